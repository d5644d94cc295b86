import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { makeWorkerUtils } from "graphile-worker";
import { afterAll, beforeAll, expect, it } from "vitest";
import { stateFolder } from "../commands/configuration";
import { type EmbeddedPostgres, ensureDatabase, startEmbeddedPostgres } from "../db/embedded";
import { migrateDatabase } from "../db/migrate";

const MAX_SECONDS = 60;

const folder = path.join(stateFolder("test"), `worker-death-${process.pid}`);
const workers: ChildProcess[] = [];
let server: EmbeddedPostgres;
beforeAll(async () => {
  server = await startEmbeddedPostgres(folder, { durable: false });
  await ensureDatabase(server, "wattdesk");
  await migrateDatabase(server.url("wattdesk"));
});
afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function startWorker(neverFinishes: boolean): Promise<ChildProcess> {
  const worker = fork(path.resolve("testing/queue-worker.ts"), {
    execArgv: ["--import", "tsx"],
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: "tsconfig.scripts.json",
      DATABASE_URL: server.url("wattdesk"),
      NEVER_FINISH: String(neverFinishes),
    },
  });
  workers.push(worker);
  expect(await once(worker, "message")).toContain("ready");
  return worker;
}

it("runs the job of a killed worker, and what waits in its named queue, within a minute", async () => {
  const utils = await makeWorkerUtils({ connectionString: server.url("wattdesk") });
  const doomed = await startWorker(true);
  const isHeld = once(doomed, "message");
  await utils.addJob("hold-queue", {}, { queueName: "named" });
  await isHeld;
  await utils.addJob("hold-queue", {}, { queueName: "named" });
  const survivor = await startWorker(false);
  doomed.kill("SIGKILL");
  const killedAt = Date.now();
  await once(survivor, "message");
  await once(survivor, "message");
  const seconds = (Date.now() - killedAt) / 1000;
  process.stdout.write(`a killed worker's queue was freed after ${seconds.toFixed(1)} s\n`);
  expect(seconds).toBeLessThan(MAX_SECONDS);
  await utils.release();
}, 120_000);
