import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type Database } from "@/db/client";
import { isDirectConnection } from "@/db/direct-connection";
import { migrateDatabase } from "@/db/migrate";
import { queryRows } from "@/db/query-rows";
import { DatabaseUnavailable } from "@/lib/core/errors";
import { withRetry } from "@/lib/core/use-cases/retry";
import { addClientToken } from "@/testing/api-tokens";
import { launchPortal } from "@/testing/launched-portal";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { sessionCookieOf } from "@/testing/session-cookie";
import { hasDebianPackages } from "./debian-packages";
import { type DebianPostgres, startDebianPostgres } from "./debian-postgres";
import { startCreating, startSending } from "./load";
import { startPooler } from "./pooler";
import { reportTrial } from "./report";

const CLIENTS = 8;
const LOAD_MS = 15_000;

/** Debian 12's, and a newer one where `PGBOUNCER` names its program: what each can, by its version. */
const poolers = [
  { version: "1.18", program: "/usr/sbin/pgbouncer", lines: [], keepsStatements: false },
  ...(process.env.PGBOUNCER
    ? [
        {
          version: "1.21 or newer",
          program: process.env.PGBOUNCER,
          lines: ["max_prepared_statements = 500"],
          keepsStatements: true,
        },
      ]
    : []),
];

const titleOf = (version: string) => `PgBouncer ${version} in transaction mode`;
const canRun = hasDebianPackages("postgresql", "pgbouncer");
if (!canRun) reportTrial(titleOf("1.18"), { result: "not run: no packages" });
if (poolers.length === 1)
  reportTrial(titleOf("1.21 or newer"), { result: "not run: PGBOUNCER names no program" });

describe.runIf(canRun).each(poolers)("behind PgBouncer $version in transaction mode", (given) => {
  let server: DebianPostgres;
  let pooler: Awaited<ReturnType<typeof startPooler>>;
  let organizations: [TestOrganization, TestOrganization];
  let token: string;

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
    ({ token } = await addClientToken(organizations[0], owner.tables));
    await owner.client.end();
    pooler = await startPooler(given.program, server.port, given.lines);
  });
  afterAll(() => {
    pooler?.stop();
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
    createDatabase(pooler.url, {
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

  it("uses prepared statements where the pooler keeps them, and goes on without where not", async () => {
    const warnings: string[] = [];
    const database = open(true, warnings);
    expect(await readMany(database)).toEqual([]);
    expect(await readMany(database)).toEqual([]);
    await database.close();
    expect(warnings.length > 0).toBe(!given.keepsStatements);
  });

  it("carries the whole portal: pages, API and worker", async () => {
    const portal = await launchPortal(pooler.url, { DATABASE_OWNER_URL: server.url("wattdesk") });
    try {
      const ready = await fetch(`${portal.baseUrl}/readyz`);
      expect([ready.status, await ready.json()]).toMatchObject([200, { status: "ready" }]);
      const creating = Array.from({ length: CLIENTS }, (_, client) =>
        startCreating(
          (index) => ({
            email: `pooled-${client}-${index}@home.example`,
            role: "user",
            first_name: "Pooled",
            last_name: `No ${index}`,
          }),
          {
            url: `${portal.baseUrl}/api/partners/v2.0/org/${organizations[0].id}/users`,
            headers: { authorization: `Bearer ${token}` },
          },
          `pooled-${client}`,
        ),
      );
      const reading = startSending(
        {
          url: `${portal.baseUrl}/users`,
          headers: { cookie: sessionCookieOf(organizations[0].admin) },
        },
        0,
      );
      await sleep(LOAD_MS);
      const created = await Promise.all(creating.map((client) => client.stop()));
      await reading.stop();
      const otherwise = [
        ...creating.flatMap(({ unexpected }) => unexpected),
        ...reading.answers.map(({ status }) => status).filter((status) => status !== 200),
      ];
      reportTrial(titleOf(given.version), {
        "reads of two organizations in turn": 1200,
        "failed, or without their time limit": 0,
        "keeps prepared statements": given.keepsStatements ? "yes" : "no, found out by the portal",
        "customers created through the whole portal, eight at a time": created.reduce(
          (sum, count) => sum + count,
          0,
        ),
        "pages read at the same time": reading.answers.length,
        "answered otherwise than 200": otherwise.length,
      });
      expect(otherwise).toEqual([]);
    } finally {
      await portal.stop();
    }
  });

  it("is recognised as no direct connection, which the queue and migrations need", async () => {
    expect(await isDirectConnection(pooler.url)).toBe(false);
    expect(await isDirectConnection(server.url("wattdesk"))).toBe(true);
    await expect(migrateDatabase(pooler.url)).rejects.toThrow("goes through a pooler");
  });
});
