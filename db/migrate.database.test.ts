import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, expect, it, vi } from "vitest";
import { applyMigrations } from "./migrate";

const url = process.env.DATABASE_URL ?? "";
const connection = postgres(url, { max: 1, onnotice: () => {} });
const other = postgres(url, { max: 1, onnotice: () => {} });
afterAll(async () => {
  await connection.end();
  await other.end();
});

let time = Date.parse("2100-01-01");

/** A folder as drizzle-kit writes it, with migrations newer than all that were applied. */
function writeMigrations(...migrations: string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), "migrations-"));
  mkdirSync(path.join(folder, "meta"));
  const entries = migrations.map((statements, idx) => {
    const tag = `${time}_test-${idx}`;
    writeFileSync(path.join(folder, `${tag}.sql`), statements);
    time += 1000;
    return { idx, version: "7", when: time, tag, breakpoints: true };
  });
  const journal = { version: "7", dialect: "postgresql", entries };
  writeFileSync(path.join(folder, "meta", "_journal.json"), JSON.stringify(journal));
  return folder;
}

const countApplied = async () => {
  const [row] = await connection`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return row?.count;
};

it("gives way to transactions that hold a table, and tries again until it is free", async () => {
  await connection`create table busy (id int)`;
  const folder = writeMigrations("ALTER TABLE busy ADD COLUMN name text");
  const onRetry = vi.fn();
  let release = () => {};
  const holding = other.begin(async (transaction) => {
    await transaction`select from busy`;
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  });
  await vi.waitFor(async () => {
    const locks =
      await connection`select from pg_locks where relation = 'busy'::regclass and granted`;
    expect(locks).not.toHaveLength(0);
  });
  const migrating = applyMigrations(connection, folder, { lockTimeoutMs: 50, onRetry });
  await vi.waitFor(() => expect(onRetry).toHaveBeenCalled(), { timeout: 10_000 });
  release();
  await holding;
  await migrating;
  expect(await connection`select name from busy`).toEqual([]);
});

it("names the migration that got no lock after all attempts, and leaves nothing of it", async () => {
  await connection`create table held (id int)`;
  const before = await countApplied();
  const folder = writeMigrations(
    "CREATE TABLE half_done (id int)--> statement-breakpoint\nALTER TABLE held ADD COLUMN name text",
  );
  await other.begin(async (transaction) => {
    await transaction`select from held`;
    await expect(
      applyMigrations(connection, folder, { lockTimeoutMs: 20, maxLockAttempts: 2 }),
    ).rejects.toThrow(/Migration \d+_test-0 failed: .*lock timeout/);
  });
  expect(await connection`select to_regclass('half_done') as name`).toEqual([{ name: null }]);
  expect(await countApplied()).toBe(before);
});

it("runs a migration that says so outside of a transaction", async () => {
  await connection`create table large (id int)`;
  const folder = writeMigrations(
    "-- without transaction\nDROP INDEX CONCURRENTLY IF EXISTS large_id;--> statement-breakpoint\nCREATE INDEX CONCURRENTLY large_id ON large (id)",
    "ALTER TABLE large ADD COLUMN name text",
  );
  const before = await countApplied();
  await applyMigrations(connection, folder, {});
  expect(await countApplied()).toBe(before + 2);
  const [index] =
    await connection`select indisvalid from pg_index where indexrelid = 'large_id'::regclass`;
  expect(index).toEqual({ indisvalid: true });
  // Nothing is applied twice.
  await applyMigrations(connection, folder, {});
  expect(await countApplied()).toBe(before + 2);
});
