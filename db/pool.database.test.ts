import { afterAll, expect, it } from "vitest";
import { createPool } from "./pool";
import { createStatementNames } from "./statement-names";
import { openTransaction } from "./transactions";

const url = process.env.DATABASE_URL ?? "";
const pool = createPool(url, { connections: 1, connectTimeoutMs: 5000 }, () => {});
afterAll(() => pool.end());

it("a connection that breaks before its transaction begins ends no process, and is known to be lost", async () => {
  const client = await pool.connect();
  expect(() => client.emit("error", new Error("terminating connection"))).not.toThrow();
  const opened = openTransaction(client, createStatementNames(), {
    organizationId: "0193a000-0000-7000-8000-000000000001",
    accessMode: "read only",
    mayGoOn: () => {},
    onEnd: () => {},
  });
  expect(opened.isConnectionLost()).toBe(true);
  await opened.rollback();
  expect(pool.totalCount).toBe(0);
});
