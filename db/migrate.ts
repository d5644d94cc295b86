import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { runMigrations } from "graphile-worker";
import type postgres from "postgres";
import { requireDirectConnection } from "./direct-connection";
import { openConnection } from "./open-connection";

const migrationsFolder = fileURLToPath(new URL("migrations", import.meta.url));

/**
 * The first line of a migration that runs outside of a transaction, as CREATE INDEX CONCURRENTLY must. Its statements
 * are to be repeatable: one that fails is run again from the first.
 */
export const WITHOUT_TRANSACTION = "-- without transaction";

const LOCK_ID = 7205759;

/** Waiting for a table's lock makes everybody else wait behind it, so one try is short. */
const LOCK_TIMEOUT_MS = 2000;
const MAX_LOCK_ATTEMPTS = 30;

const LOCK_NOT_AVAILABLE = "55P03";
const DEADLOCK_DETECTED = "40P01";

export type MigrationOptions = {
  lockTimeoutMs?: number;
  maxLockAttempts?: number;
  /** Called before a migration is tried again that did not get a lock. */
  onRetry?: (migration: string, attempt: number) => void;
};

/** @returns the time of the newest migration that this build knows, by which migrations are numbered */
export function latestMigration(): number {
  return readJournal(migrationsFolder).at(-1)?.when ?? 0;
}

type JournalEntry = { when: number; tag: string };

function readJournal(folder: string): JournalEntry[] {
  const file = readFileSync(`${folder}/meta/_journal.json`, "utf8");
  return (JSON.parse(file) as { entries: JournalEntry[] }).entries;
}

/**
 * Brings a database to the present schema, the job queue's own tables included.
 * @param ownerUrl a login that may create tables, roles and extensions
 * @throws Error when the connection goes through a pooler
 */
export async function migrateDatabase(
  ownerUrl: string,
  options: MigrationOptions = {},
): Promise<void> {
  await requireDirectConnection(ownerUrl);
  const connection = openConnection(ownerUrl, {
    connection: { application_name: "wattdesk-migrations" },
  });
  try {
    await takeTurn(connection);
    await applyMigrations(connection, migrationsFolder, options);
    await runMigrations({ connectionString: ownerUrl });
  } finally {
    await connection.end({ timeout: 5 });
  }
}

/** Applies the migrations of a folder that come after the last one that was applied, one by one. */
export async function applyMigrations(
  connection: postgres.Sql,
  folder: string,
  options: MigrationOptions,
): Promise<void> {
  const applied = await readLastApplied(connection);
  const names = new Map(readJournal(folder).map(({ when, tag }) => [when, tag]));
  for (const migration of readMigrationFiles({ migrationsFolder: folder })) {
    if (migration.folderMillis <= applied) continue;
    const name = names.get(migration.folderMillis) ?? String(migration.folderMillis);
    await applyWithRetries(connection, migration, name, options);
  }
}

/**
 * Two instances that start together take turns. The lock is asked for again and again: a statement that waits for it
 * would hold a snapshot, which CREATE INDEX CONCURRENTLY of the other waits for.
 */
async function takeTurn(connection: postgres.Sql): Promise<void> {
  for (;;) {
    const [row] = await connection`select pg_try_advisory_lock(${LOCK_ID}) as is_held`;
    if (row?.is_held) break;
    await sleep(500);
  }
  await connection`select set_config('statement_timeout', '0', false)`;
  try {
    // A statement takes the time it takes, but is cancelled when the process that sent it is gone.
    await connection`select set_config('client_connection_check_interval', '2s', false)`;
  } catch {
    // Servers on Windows cannot tell.
  }
}

async function readLastApplied(connection: postgres.Sql): Promise<number> {
  await connection`create schema if not exists drizzle`;
  await connection`create table if not exists drizzle.__drizzle_migrations
    (id serial primary key, hash text not null, created_at bigint)`;
  const [row] = await connection<{ last: string | null }[]>`
    select max(created_at)::text as last from drizzle.__drizzle_migrations`;
  return Number(row?.last ?? 0);
}

async function applyWithRetries(
  connection: postgres.Sql,
  migration: MigrationMeta,
  name: string,
  options: MigrationOptions,
): Promise<void> {
  const { lockTimeoutMs = LOCK_TIMEOUT_MS, maxLockAttempts = MAX_LOCK_ATTEMPTS, onRetry } = options;
  await connection`select set_config('lock_timeout', ${`${lockTimeoutMs}ms`}, false)`;
  for (let attempt = 1; ; attempt++) {
    try {
      await apply(connection, migration);
      return;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const isBlocked = code === LOCK_NOT_AVAILABLE || code === DEADLOCK_DETECTED;
      if (!isBlocked || attempt >= maxLockAttempts) {
        throw new Error(`Migration ${name} failed: ${message}`, { cause: error });
      }
      onRetry?.(name, attempt);
      await sleep(Math.min(5000, 200 * attempt));
    }
  }
}

async function apply(connection: postgres.Sql, migration: MigrationMeta): Promise<void> {
  const { sql: statements, hash, folderMillis } = migration;
  const record = (on: postgres.Sql | postgres.TransactionSql) => on`
    insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
  if (statements[0]?.startsWith(WITHOUT_TRANSACTION)) {
    for (const statement of statements) await connection.unsafe(statement);
    await record(connection);
    return;
  }
  await connection.begin(async (transaction) => {
    for (const statement of statements) await transaction.unsafe(statement);
    await record(transaction);
  });
}
