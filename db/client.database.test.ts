import { EventEmitter, once } from "node:events";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { createDatabase, type Database } from "./client";
import type { DatabaseFailure } from "./errors";
import { queryRows } from "./query-rows";
import { runInWorkScope } from "./work-scope";

class Failed extends Error {
  constructor(readonly failure: DatabaseFailure) {
    super(failure.kind, { cause: failure.cause });
  }
}

const url = process.env.DATABASE_URL ?? "";
const { client, tables } = ownerConnection(url);
let organization: TestOrganization;
const databases: Database[] = [];
const open = (options: Parameters<typeof createDatabase>[1] = {}) => {
  const database = createDatabase(url, { toError: (failure) => new Failed(failure), ...options });
  databases.push(database);
  return database;
};

beforeAll(async () => {
  organization = await createOrganization(tables);
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await client.end();
});

const backendOf = sql`select pg_backend_pid() as pid`;

describe("a transaction whose backend is killed", () => {
  it("fails as rolled back, harms nobody else, and the next one works", async () => {
    const database = open();
    const failing = database.write(organization.id, async (transaction) => {
      const [row] = await queryRows<{ pid: number }>(transaction, backendOf);
      await client`select pg_terminate_backend(${row?.pid ?? 0})`;
      await queryRows(transaction, backendOf);
      return queryRows(transaction, backendOf);
    });
    await expect(failing).rejects.toMatchObject({
      failure: { kind: "connection", isRolledBack: true },
    });
    await expect(
      database.read(organization.id, (transaction) => queryRows(transaction, backendOf)),
    ).resolves.toHaveLength(1);
  });

  it("does not end the process when the connection dies between two statements", async () => {
    const database = open({ connections: 4 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        database.read(organization.id, async (transaction) => {
          const [row] = await queryRows<{ pid: number }>(transaction, backendOf);
          if (index % 3 === 0) {
            await client`select pg_terminate_backend(${row?.pid ?? 0})`;
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
          return queryRows(transaction, backendOf);
        }),
      ),
    );
    const failed = outcomes.filter(({ status }) => status === "rejected");
    expect(failed.length).toBeGreaterThan(0);
    for (const outcome of failed) {
      if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(Failed);
    }
  });
});

it("reports a server that is away as a failed connection within the wait", async () => {
  const database = createDatabase(url.replace(/:\d+\//, ":9/"), {
    toError: (failure) => new Failed(failure),
  });
  const reading = database.read(organization.id, (transaction) =>
    queryRows(transaction, backendOf),
  );
  await expect(reading).rejects.toMatchObject({ failure: { kind: "connection" } });
  await database.close();
});

it("refuses work as busy when all connections stay taken", async () => {
  const database = open({ connections: 2, waitMs: 250 });
  const holding = ["a", "b"].map((caller) =>
    database.outsideOrganizations(
      (transaction) => queryRows(transaction, sql`select pg_sleep(1)`),
      caller,
    ),
  );
  await expect(
    database.outsideOrganizations((transaction) => queryRows(transaction, backendOf)),
  ).rejects.toMatchObject({ failure: { kind: "busy" } });
  await Promise.all(holding);
});

it("ends a wait for a lock by its limit, and says busy", async () => {
  const database = open();
  const lock = sql`select 1 from organizations for update`;
  const locked = new EventEmitter();
  const ended = new EventEmitter();
  const isLocked = once(locked, "locked");
  const holding = database.write(organization.id, async (transaction) => {
    await transaction.execute(lock);
    locked.emit("locked");
    await once(ended, "ended");
  });
  await isLocked;
  const waiting = database.write(organization.id, async (transaction) => {
    await transaction.execute(sql`select set_config('lock_timeout', '50', true)`);
    await transaction.execute(lock);
  });
  await expect(waiting).rejects.toMatchObject({ failure: { kind: "busy", isRolledBack: true } });
  ended.emit("ended");
  await holding;
});

it("binds its limits to the transaction, so that no pooler has to carry them", async () => {
  const database = open();
  const [limits] = await database.read(organization.id, (transaction) =>
    queryRows<Record<string, string>>(
      transaction,
      sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`,
    ),
  );
  expect(limits).toEqual({ statement: "15s", lock: "5s" });
});

it("stops reading for a client that has left, and finishes what writes", async () => {
  const database = open();
  const left = new AbortController();
  const scope = { signal: left.signal, isUnavailable: false };
  const inScope = <Result>(run: () => Promise<Result>) => runInWorkScope(scope, run);
  const reading = inScope(() =>
    database.read(organization.id, async (transaction) => {
      left.abort();
      return queryRows(transaction, backendOf);
    }),
  );
  await expect(reading).rejects.toBeInstanceOf(Failed);
  await expect(
    inScope(() => database.write(organization.id, async () => "done")),
  ).rejects.toBeInstanceOf(Failed);

  const later = new AbortController();
  const writing = runInWorkScope({ signal: later.signal, isUnavailable: false }, () =>
    database.write(organization.id, async (transaction) => {
      later.abort();
      return queryRows(transaction, backendOf);
    }),
  );
  await expect(writing).resolves.toHaveLength(1);
});
