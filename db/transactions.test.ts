import { EventEmitter } from "node:events";
import pg from "pg";
import { expect, it } from "vitest";
import { createStatementNames } from "./statement-names";
import { openTransaction } from "./transactions";

/** A connection that fails at one statement, before it is known to be lost. */
function connectionFailingAt(statement: string, code: string) {
  const released: unknown[] = [];
  const query = async (sent: string | { text: string }) => {
    if (sent !== statement) return { command: "COMMIT", rows: [] };
    throw Object.assign(new pg.DatabaseError("terminating connection", 0, "error"), { code });
  };
  const release = (isBroken: unknown) => released.push(isBroken);
  const client = Object.assign(new EventEmitter(), { query, release });
  const opened = openTransaction(client as unknown as pg.PoolClient, createStatementNames(), {
    organizationId: "0193a000-0000-7000-8000-000000000001",
    accessMode: "read only",
    mayGoOn: () => {},
    onEnd: () => {},
  });
  return { opened, released, client };
}

it("takes a rollback as done whose backend is ended at that moment, and drops the connection", async () => {
  const { opened, released, client } = connectionFailingAt("rollback", "57P01");
  await opened.rollback();
  expect(released).toEqual([true]);
  // Without a listener this would end the process.
  expect(() => client.emit("error", new Error("read ECONNRESET"))).not.toThrow();
});

it("says of a commit whose backend is ended that the connection broke", async () => {
  const { opened, released } = connectionFailingAt("commit", "57P01");
  await expect(opened.commit()).rejects.toThrow("terminating connection");
  expect(opened.isConnectionLost()).toBe(true);
  expect(released).toEqual([true]);
});

it("keeps the connection of a commit that breaks a rule", async () => {
  const { opened, released } = connectionFailingAt("commit", "23503");
  await expect(opened.commit()).rejects.toThrow("terminating connection");
  expect(released).toEqual([false]);
});
