import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { addClientToken } from "@/testing/api-tokens";
import { type LaunchedPortal, launchPortal } from "@/testing/launched-portal";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { sessionCookieOf } from "@/testing/session-cookie";
import { hasDebianPackages } from "./debian-packages";
import { type DebianPostgres, startDebianPostgres } from "./debian-postgres";
import { startCreating, startSending, timeUntilWorking } from "./load";
import { reportTrial } from "./report";
import { watchProcesses } from "./watch-processes";

const canRun = hasDebianPackages("postgresql");
const TITLE = "Restarts and kills of PostgreSQL under load";
if (!canRun) reportTrial(TITLE, { result: "not run: no packages" });

/** How often each: restart in order, crash, kill of the postmaster, end of one backend, of all, kill of one backend. */
const TIMES = Number(process.env.TRIAL_RESTARTS ?? 20);
const AWAY_MS = 1500;

describe.runIf(canRun)("while PostgreSQL restarts and dies", () => {
  let server: DebianPostgres;
  let portal: LaunchedPortal;
  let organization: TestOrganization;
  let owner: ReturnType<typeof ownerConnection>;
  let token: string;
  beforeAll(async () => {
    server = await startDebianPostgres();
    const admin = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
    await admin`create database wattdesk`;
    await admin.end();
    await migrateDatabase(server.url("wattdesk"));
    owner = ownerConnection(server.url("wattdesk"));
    organization = await createOrganization(owner.tables);
    ({ token } = await addClientToken(organization, owner.tables));
    await owner.client.end();
    portal = await launchPortal(server.url("wattdesk"));
  });
  afterAll(async () => {
    await portal?.stop();
    server?.remove();
  });

  it("answers 503 with Retry-After while it is away, works again within 5 s, and loses nothing", async () => {
    const page = {
      url: `${portal.baseUrl}/team`,
      headers: { cookie: sessionCookieOf(organization.admin) },
    };
    expect(await timeUntilWorking(page)).toBeLessThan(30_000);
    const before = portal.processes();
    const readers = Array.from({ length: 4 }, () => startSending(page, 20));
    const creator = startCreating(
      (index) => ({
        email: `made-${index}@home.example`,
        role: "user",
        first_name: "Made",
        last_name: `No ${index}`,
      }),
      {
        url: `${portal.baseUrl}/api/partners/v2.0/org/${organization.id}/users`,
        headers: { authorization: `Bearer ${token}` },
      },
      "restarts",
    );
    const watch = watchProcesses(portal);
    const recoveries: number[] = [];
    const workerRecoveries: number[] = [];
    for (let round = 0; round < TIMES * 3; round++) {
      await sleep(500);
      if (round % 3 === 2) killPostmaster(server);
      else server.stop(round % 3 === 0 ? "fast" : "immediate");
      await sleep(AWAY_MS);
      await startAgain(server);
      const [ofPages, ofWorker] = await Promise.all([
        timeUntilWorking(page),
        timeUntilJobIsDone(server),
      ]);
      recoveries.push(ofPages);
      workerRecoveries.push(ofWorker);
    }
    for (let round = 0; round < TIMES; round++) {
      await endBackends(server, "one");
      await sleep(100);
      await endBackends(server, "all");
      await sleep(200);
    }
    for (let round = 0; round < TIMES; round++) {
      await killBackend(server);
      const [ofPages, ofWorker] = await Promise.all([
        timeUntilWorking(page),
        timeUntilJobIsDone(server),
      ]);
      recoveries.push(ofPages);
      workerRecoveries.push(ofWorker);
    }
    await sleep(1000);
    const acknowledged = await creator.stop();
    await Promise.all(readers.map((reader) => reader.stop()));
    const gaps = watch.stop();
    const answers = readers.flatMap((reader) => reader.answers);
    const refused = answers.filter(({ status }) => status !== 200);
    const created = await countCreated(server, organization.id);

    reportTrial(TITLE, {
      "restarts in order, crashes, kills of the postmaster (each)": TIMES,
      "ends of one backend, ends of all, kills of one that restart PostgreSQL (each)": TIMES,
      "pages answered": answers.length,
      "of these 503 with Retry-After": refused.filter((a) => a.status === 503 && a.retryAfter)
        .length,
      "of these anything else but 200": refused.filter((a) => a.status !== 503 || !a.retryAfter)
        .length,
      "slowest answer (ms)": Math.round(Math.max(...answers.map(({ ms }) => ms))),
      "slowest return to work after PostgreSQL was back (ms)": Math.round(Math.max(...recoveries)),
      "slowest job after PostgreSQL was back (ms)": Math.round(Math.max(...workerRecoveries)),
      "records acknowledged": acknowledged,
      "records found": created.total,
      "records found twice": created.total - created.distinct,
      "processes that ended and were started again": gaps.length,
      "longest absence of a process (ms)": Math.round(Math.max(0, ...gaps)),
    });
    expect(portal.processes().web, linesAboutEnds(portal.output())).toBe(before.web);
    expect(Math.max(0, ...gaps), linesAboutEnds(portal.output())).toBeLessThan(5_000);
    expect(refused.filter((a) => a.status !== 503 || !a.retryAfter)).toEqual([]);
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(5_000);
    expect(Math.max(...refused.map(({ ms }) => ms))).toBeLessThan(3_000);
    expect(Math.max(...recoveries)).toBeLessThan(5_000);
    expect(Math.max(...workerRecoveries)).toBeLessThan(5_000);
    expect(created).toEqual({ total: acknowledged, distinct: acknowledged });
    expect(creator.unexpected).toEqual([]);
  });
});

/** What the programs wrote when one of them ended. */
const linesAboutEnds = (output: string): string =>
  output
    .split("\n")
    .filter((line) => /"level":60|ended|uncaught|heap|FATAL ERROR/i.test(line))
    .slice(-20)
    .join("\n");

/** As a crash of the machine's kernel would end it: no signal reaches its children. */
function killPostmaster(server: DebianPostgres): void {
  process.kill(server.pid(), "SIGKILL");
}

/** A killed postmaster's backends end by themselves a little later; only then can another one start. */
async function startAgain(server: DebianPostgres): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      server.start();
      return;
    } catch (error) {
      if (tries === 50) throw error;
      await sleep(100);
    }
  }
}

/** The portal's backends, in no order. */
async function withBackends<Result>(
  server: DebianPostgres,
  act: (pids: number[], admin: postgres.Sql) => Result | Promise<Result>,
): Promise<Result> {
  const admin = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  try {
    const rows = await admin<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = 'wattdesk' and backend_type = 'client backend'
      order by random()`;
    return await act(
      rows.map(({ pid }) => pid),
      admin,
    );
  } finally {
    await admin.end();
  }
}

const endBackends = (server: DebianPostgres, which: "one" | "all") =>
  withBackends(server, async (pids, admin) => {
    for (const pid of which === "one" ? pids.slice(0, 1) : pids) {
      await admin`select pg_terminate_backend(${pid})`;
    }
  });

/** As the kernel kills one for want of memory: PostgreSQL ends all others and recovers. */
const killBackend = (server: DebianPostgres) =>
  withBackends(server, ([pid]) => {
    if (pid !== undefined) process.kill(pid, "SIGKILL");
  });

/** How long the worker takes for a job that is queued now, in milliseconds. */
async function timeUntilJobIsDone(server: DebianPostgres): Promise<number> {
  const start = performance.now();
  const job = await onceItAnswers(
    server,
    (admin) =>
      admin`select (graphile_worker.add_job('keep-time', '{}'::json, max_attempts => 25)).id`,
  );
  for (;;) {
    const left = await onceItAnswers(
      server,
      (admin) => admin`select 1 from graphile_worker._private_jobs where id = ${job[0]?.id}`,
    );
    if (left.length === 0) return performance.now() - start;
    await sleep(50);
  }
}

/** Asks with a new connection, again while PostgreSQL recovers. */
async function onceItAnswers<Rows>(
  server: DebianPostgres,
  ask: (admin: postgres.Sql) => Promise<Rows>,
): Promise<Rows> {
  for (let tries = 0; ; tries++) {
    const admin = postgres(server.url("wattdesk"), { max: 1, onnotice: () => {} });
    try {
      return await ask(admin);
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(50);
    } finally {
      await admin.end().catch(() => {});
    }
  }
}

async function countCreated(server: DebianPostgres, organizationId: string) {
  const admin = postgres(server.url("wattdesk"), { max: 1, onnotice: () => {} });
  const [row] = await admin<{ total: number; distinct: number }[]>`
    select count(*)::integer as total, count(distinct email)::integer as distinct from users
    where organization_id = ${organizationId} and email like 'made-%'`;
  await admin.end();
  return { total: row?.total ?? 0, distinct: row?.distinct ?? 0 };
}
