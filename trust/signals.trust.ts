import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { stopProgram } from "@/commands/children";
import { findFreePort } from "@/commands/ports";
import { makePortalFolder, runBuiltPortal } from "@/testing/built-portal";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { sessionCookieOf } from "@/testing/session-cookie";
import { reportTrial } from "./report";

/** Less than the 30 s of grace that docs/operations.md asks for. */
const MAX_END_MS = 25_000;
const MAX_START_MS = 60_000;

/** Of migrations, as db/migrate.ts takes it. */
const MIGRATION_LOCK_ID = 7205759;

type Portal = Awaited<ReturnType<typeof runBuiltPortal>>;

const url = process.env.DATABASE_URL ?? "";
const folder = makePortalFolder();
const owner = ownerConnection(url);
const seconds: Record<string, number> = {};
const told: number[] = [];
let organization: TestOrganization;
let portal: Portal | undefined;
beforeAll(async () => {
  organization = await createOrganization(owner.tables);
});
afterEach(async () => {
  if (portal) await stopProgram(portal.child);
  portal = undefined;
});
afterAll(async () => {
  const leftBehind = told.filter(isRunning);
  for (const pid of leftBehind) process.kill(pid, "SIGKILL");
  await owner.client.end();
  rmSync(folder, { recursive: true, force: true });
  reportTrial("Signals to npm start and npm run worker", {
    ...Object.fromEntries(
      Object.entries(seconds).map(([what, taken]) => [`${what}: gone after (s)`, taken]),
    ),
    "processes left behind": leftBehind.length,
  });
});

async function run(program: "npm start" | "npm run worker", databaseUrl = url): Promise<Portal> {
  portal = await runBuiltPortal({ program, folder, databaseUrl });
  return portal;
}

const statusOf = (address: string, headers = {}) =>
  fetch(address, { headers }).then(
    ({ status }) => status,
    () => 0,
  );

const untilAnswering = (address: string, status: number) =>
  vi.waitFor(async () => expect(await statusOf(address)).toBe(status), {
    timeout: MAX_START_MS,
    interval: 200,
  });

const countHeartbeats = async () => {
  const [row] = await owner.client<{ count: number }[]>`
    select count(*)::integer as count from worker_heartbeats`;
  return row?.count;
};

/** The process that npm is, and all that it and those below it have started. */
function listTree({ child }: Portal): number[] {
  const rows = execFileSync("ps", ["-e", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
  const listBelow = (pid: number): number[] =>
    rows.flatMap(([below = 0, parent]) => (parent === pid ? [below, ...listBelow(below)] : []));
  const npm = child.pid ?? 0;
  return [npm, ...listBelow(npm)];
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Sends a signal to npm alone, and waits until nothing of what it started runs any more. */
async function end(what: string, stopped: Portal, signal: NodeJS.Signals): Promise<void> {
  const pids = listTree(stopped);
  told.push(...pids);
  const startedAt = Date.now();
  stopped.child.kill(signal);
  await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), { timeout: MAX_END_MS });
  seconds[`${signal}, ${what}`] = Math.round((Date.now() - startedAt) / 100) / 10;
}

it.each(["SIGTERM", "SIGINT"] as const)(
  "npm start answers the request under way and leaves no process behind on %s",
  async (signal) => {
    const started = await run("npm start");
    await untilAnswering(`${started.baseUrl}/readyz`, 200);
    // npm, the launcher, the web server and the worker.
    expect(listTree(started).length).toBeGreaterThanOrEqual(4);
    const page = `${started.baseUrl}/team`;
    const headers = { cookie: sessionCookieOf(organization.admin) };
    expect(await statusOf(page, headers)).toBe(200);
    const answer = await owner.client.begin(async (transaction) => {
      // The page waits for its actor's session, so that the signal finds it under way.
      await transaction`lock table sessions in access exclusive mode`;
      const waiting = statusOf(page, headers);
      await vi.waitFor(async () => {
        const locks = await transaction`select from pg_locks where not granted`;
        expect(locks.length).toBeGreaterThan(0);
      });
      const ended = end("with a request under way", started, signal);
      await sleep(500);
      return { waiting, ended };
    });
    expect(await answer.waiting).toBe(200);
    await answer.ended;
    expect(started.output()).not.toMatch(/"level":[56]0|\n\s+at /);
  },
);

it("npm start ends while it waits for the database, without an error", async () => {
  const closedPort = await findFreePort(3900);
  const started = await run("npm start", `postgres://nobody@127.0.0.1:${closedPort}/wattdesk`);
  await untilAnswering(`${started.baseUrl}/livez`, 200);
  expect(await statusOf(`${started.baseUrl}/readyz`)).toBe(503);
  await end("waiting for the database", started, "SIGTERM");
  expect(started.output()).not.toMatch(/"level":[56]0|\n\s+at /);
});

it.each(["SIGTERM", "SIGKILL"] as const)(
  "npm start ends on %s while it migrates, and the next start finishes the migration",
  async (signal) => {
    const name = `migrating_${signal.toLowerCase()}`;
    await owner.client.unsafe(`create database ${name}`);
    const migratingUrl = url.replace(/\/[^/]+$/, `/${name}`);
    const other = postgres(migratingUrl, { max: 1, onnotice: () => {} });
    await other`select pg_advisory_lock(${MIGRATION_LOCK_ID})`;
    const first = await run("npm start", migratingUrl);
    await vi.waitFor(
      async () => {
        const rows = await other`
          select from pg_stat_activity
          where datname = ${name} and application_name = 'wattdesk-migrations'`;
        expect(rows).toHaveLength(1);
      },
      { timeout: MAX_START_MS, interval: 200 },
    );
    await end("migrating", first, signal);
    await other.end();
    const second = await run("npm start", migratingUrl);
    await untilAnswering(`${second.baseUrl}/readyz`, 200);
    await end("ready", second, "SIGTERM");
  },
);

it.each(["npm start", "npm run worker"] as const)(
  "%s leaves no process behind when npm is killed",
  async (program) => {
    await owner.client`delete from worker_heartbeats`;
    const started = await run(program);
    await vi.waitFor(async () => expect(await countHeartbeats()).toBe(1), {
      timeout: MAX_START_MS,
      interval: 200,
    });
    await end(program, started, "SIGKILL");
    // Ended in order: it has taken its heartbeat back.
    expect(await countHeartbeats()).toBe(0);
  },
);
