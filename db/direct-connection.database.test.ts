import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isDirectConnection, requireDirectConnection } from "./direct-connection";
import { migrateDatabase } from "./migrate";

/** Refuses start-up options as PgBouncer does. */
const pooler = createServer((socket) => {
  const fields = ["SFATAL", "C08P01", "Munsupported startup parameter in options: wattdesk", ""];
  const body = Buffer.from(`${fields.join("\0")}\0`);
  const head = Buffer.alloc(5, "E");
  head.writeInt32BE(body.length + 4, 1);
  socket.once("data", () => socket.end(Buffer.concat([head, body])));
});
let pooledUrl: string;
beforeAll(async () => {
  await once(pooler.listen(0, "127.0.0.1"), "listening");
  pooledUrl = `postgres://owner:secret@127.0.0.1:${(pooler.address() as AddressInfo).port}/wattdesk`;
});
afterAll(() => pooler.close());

it("takes PostgreSQL itself for a direct connection", async () => {
  expect(await isDirectConnection(process.env.DATABASE_URL ?? "")).toBe(true);
});

it.each([
  ["migrations", () => migrateDatabase(pooledUrl)],
  ["the worker", () => requireDirectConnection(pooledUrl)],
])("refuses a pooler for %s, with what to set and no password", async (_, run) => {
  const error: Error = await run().then(
    () => new Error("not refused"),
    (reason) => reason,
  );
  expect(error.message).toContain("Set DATABASE_OWNER_URL to PostgreSQL itself");
  expect(error.message).not.toContain("secret");
});
