import type postgres from "postgres";
import { latestMigration } from "./migrate";
import { openConnection } from "./open-connection";

const TIMEOUT_MS = 1000;

/** A worker writes its heartbeat every ten seconds. */
const MAX_WORKER_AGE_SECONDS = 40;

export type Checks = {
  /** Whether it answers within a second. */
  database: { status: "ok" | "failed"; ms?: number };
  /** Whether the application role can be taken on. */
  role: { status: "ok" | "failed" | "unknown" };
  /** Whether all migrations of this build have run; those of a newer build may have, too. */
  schema: { status: "ok" | "failed" | "unknown"; version?: number; expected: number };
  /** The worker heard of last. */
  worker: { status: "ok" | "late" | "missing" | "unknown"; ageSeconds?: number };
};

const asApplication = "select set_config('role', 'wattdesk_app', true);";

/**
 * Looks at the database as the application does, on its own connection: a pool that is busy is no reason to
 * take a server out of service.
 */
export function createReadinessCheck(url: string): () => Promise<Checks> {
  let connection = connect(url);

  return async () => {
    const checks: Checks = {
      database: { status: "failed" },
      role: { status: "unknown" },
      schema: { status: "unknown", expected: latestMigration() },
      worker: { status: "unknown" },
    };
    const isInTime = await withinTimeout(runChecks(connection, checks));
    if (!isInTime) {
      // A statement may hang in it for as long as the network likes.
      connection.end({ timeout: 0 }).catch(() => {});
      connection = connect(url);
      // Late answers of the abandoned checks must not change what is reported.
      return structuredClone(checks);
    }
    return checks;
  };
}

const connect = (url: string) => openConnection(url, { idle_timeout: 60, connect_timeout: 1 });

async function runChecks(connection: postgres.Sql, checks: Checks): Promise<void> {
  const startedAt = performance.now();
  if (!(await succeeds(connection`select 1`))) return;
  checks.database = { status: "ok", ms: Math.round(performance.now() - startedAt) };

  if (!(await succeeds(connection.unsafe(asApplication)))) {
    checks.role.status = "failed";
    return;
  }
  checks.role.status = "ok";

  const version = await readAsApplication(
    connection,
    "select max(created_at)::float8 as value from drizzle.__drizzle_migrations",
  );
  const isCurrent = version !== undefined && version >= checks.schema.expected;
  checks.schema = { ...checks.schema, status: isCurrent ? "ok" : "failed", version };
  const age = await readAsApplication(
    connection,
    "select extract(epoch from now() - max(seen_at))::float8 as value from worker_heartbeats",
  );
  const isLate = age !== undefined && age > MAX_WORKER_AGE_SECONDS;
  checks.worker =
    age === undefined
      ? { status: "missing" }
      : { status: isLate ? "late" : "ok", ageSeconds: Math.round(age) };
}

/** Two statements of one message are one transaction: the role ends with it, also when the second fails. */
async function readAsApplication(
  connection: postgres.Sql,
  query: string,
): Promise<number | undefined> {
  try {
    const results = await connection.unsafe<{ value: number | null }[]>(
      `${asApplication} ${query}`,
    );
    const rows = results.at(-1) as unknown as { value: number | null }[] | undefined;
    return rows?.[0]?.value ?? undefined;
  } catch {
    // Reported as a failed check.
    return undefined;
  }
}

async function succeeds(statement: PromiseLike<unknown>): Promise<boolean> {
  try {
    await statement;
    return true;
  } catch {
    // Reported as a failed check.
    return false;
  }
}

/** @returns whether it was done in time */
async function withinTimeout(work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), TIMEOUT_MS);
  });
  const isDone = await Promise.race([work.then(() => true), timeout]);
  clearTimeout(timer);
  return isDone;
}
