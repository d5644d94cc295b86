import { type ChildProcess, execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { stopProgram } from "../commands/children";
import { makePortalFolder, runBuiltPortal } from "./built-portal";

export type LaunchedPortal = Awaited<ReturnType<typeof launchPortal>>;

/** The built portal with its worker, as `npm start` runs it, on a database that is there already. */
export async function launchPortal(databaseUrl: string, settings: Record<string, string> = {}) {
  const folder = makePortalFolder();
  const portal = await runBuiltPortal({
    program: "commands/start.ts",
    folder,
    databaseUrl,
    settings: {
      LOG_LEVEL: "warn",
      ALLOW_PRIVATE_WEBHOOKS: "true",
      ALLOW_INSECURE_WEBHOOKS: "true",
      ...settings,
    },
  });
  const { child: launcher, baseUrl, output } = portal;
  await untilAnswering(`${baseUrl}/readyz`, output);
  return {
    ...portal,
    /** The processes that the launcher runs, by their programs. */
    processes: () => ({
      web: childOf(launcher, "server.ts"),
      worker: childOf(launcher, "worker.ts"),
    }),
    async stop() {
      await stopProgram(launcher);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @returns undefined while it is not running */
function childOf(launcher: ChildProcess, program: string): number | undefined {
  const rows = execFileSync("ps", ["-e", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  for (const row of rows.split("\n")) {
    const [pid, parent, ...args] = row.trim().split(/\s+/);
    if (Number(parent) === launcher.pid && args.join(" ").endsWith(program)) return Number(pid);
  }
  return undefined;
}

async function untilAnswering(url: string, output: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.status === 200) return;
    await sleep(100);
  }
  throw new Error(`The portal did not start.\n${output()}`);
}
