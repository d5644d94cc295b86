import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "@/commands/ports";
import { createDatabase, type Database } from "@/db/client";
import { isDirectConnection } from "@/db/direct-connection";
import { migrateDatabase } from "@/db/migrate";
import { queryRows } from "@/db/query-rows";
import { DatabaseUnavailable } from "@/lib/core/errors";
import { withRetry } from "@/lib/core/use-cases/retry";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { hasDebianPackages } from "./debian-packages";
import { type DebianPostgres, startDebianPostgres } from "./debian-postgres";
import { reportTrial } from "./report";

const canRun = hasDebianPackages("postgresql", "pgbouncer");
if (!canRun) reportTrial("PgBouncer in transaction mode", { result: "not run: no packages" });

describe.runIf(canRun)("behind Debian's PgBouncer in transaction mode", () => {
  let server: DebianPostgres;
  let pooler: ChildProcess;
  let pooledUrl: string;
  let organizations: TestOrganization[];

  beforeAll(async () => {
    server = await startDebianPostgres();
    const admin = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
    await admin`create database wattdesk`;
    await admin.end();
    await migrateDatabase(server.url("wattdesk"));
    const owner = ownerConnection(server.url("wattdesk"));
    organizations = await Promise.all([
      createOrganization(owner.tables),
      createOrganization(owner.tables),
    ]);
    await owner.client.end();
    ({ pooler, url: pooledUrl } = await startPooler(server.port));
  });
  afterAll(() => {
    pooler?.kill("SIGTERM");
    server?.remove();
  });

  /** 400 reads of two organizations over many more client connections than the pooler opens to the server. */
  async function readMany(database: Database): Promise<string[]> {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 400 }, (_, index) => {
        const { id } = organizations[index % 2] as TestOrganization;
        return withRetry(() =>
          database.read(id, async (transaction) => {
            const rows = await queryRows<{ id: string; timeout: string }>(
              transaction,
              sql`select id, current_setting('statement_timeout') as timeout, ${index}::integer as number from organizations`,
            );
            if (rows[0]?.id !== id || rows.length !== 1)
              throw new Error("Rows of another organization.");
            if (rows[0].timeout !== "15s") throw new Error(`The limit is ${rows[0].timeout}.`);
          }),
        );
      }),
    );
    return outcomes.flatMap((outcome) =>
      outcome.status === "rejected" ? [String(outcome.reason?.cause ?? outcome.reason)] : [],
    );
  }

  const open = (preparesStatements: boolean, warnings: string[] = []) =>
    createDatabase(pooledUrl, {
      connections: 20,
      waitMs: 10_000,
      preparesStatements,
      toError: (failure) => new DatabaseUnavailable(failure),
      onWarning: (message) => warnings.push(message),
    });

  it("serves reads without prepared statements", async () => {
    const database = open(false);
    expect(await readMany(database)).toEqual([]);
    await database.close();
  });

  it("finds out that the pooler keeps no prepared statements, and goes on without", async () => {
    const warnings: string[] = [];
    const database = open(true, warnings);
    expect(await readMany(database)).toEqual([]);
    expect(await readMany(database)).toEqual([]);
    await database.close();
    reportTrial("PgBouncer in transaction mode", {
      "reads of two organizations in turn": 1200,
      failed: 0,
      "limits lost": 0,
      "pooler found to keep no prepared statements": warnings.length > 0 ? "yes" : "not needed",
    });
  });

  it("is recognised as no direct connection, which the queue and migrations need", async () => {
    expect(await isDirectConnection(pooledUrl)).toBe(false);
    expect(await isDirectConnection(server.url("wattdesk"))).toBe(true);
    await expect(migrateDatabase(pooledUrl)).rejects.toThrow("goes through a pooler");
  });
});

async function startPooler(serverPort: number) {
  const port = await findFreePort(6400);
  const folder = mkdtempSync(path.join(tmpdir(), "wattdesk-pgbouncer-"));
  chmodSync(folder, 0o755);
  const users = path.join(folder, "users.txt");
  writeFileSync(users, '"postgres" ""\n', { mode: 0o644 });
  const settings = path.join(folder, "pgbouncer.ini");
  writeFileSync(
    settings,
    `[databases]
wattdesk = host=127.0.0.1 port=${serverPort} dbname=wattdesk user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
auth_file = ${users}
pool_mode = transaction
default_pool_size = 5
max_client_conn = 200
`,
    { mode: 0o644 },
  );
  const pooler = spawn("runuser", ["-u", "postgres", "--", "/usr/sbin/pgbouncer", settings], {
    stdio: "ignore",
  });
  const url = `postgres://postgres@127.0.0.1:${port}/wattdesk`;
  for (let tries = 0; tries < 50; tries++) {
    const connection = postgres(url, {
      max: 1,
      prepare: false,
      fetch_types: false,
      connect_timeout: 1,
    });
    try {
      await connection`select 1`;
      return { pooler, url };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await connection.end();
    }
  }
  throw new Error("PgBouncer does not answer.");
}
