import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createReadinessCheck } from "@/db/readiness";
import { ownerConnection } from "@/testing/organization";
import { answerProbe } from "./probes";

const url = process.env.DATABASE_URL ?? "";
const { client } = ownerConnection(url);
const server = createServer((request, response) => {
  if (!answerProbe(request, response)) response.writeHead(404).end();
});
const tcp = createTcpServer();
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.close();
  tcp.close();
  await client.end();
});
beforeEach(async () => {
  await client`delete from worker_heartbeats`;
});

const portOf = (listening: { address(): unknown }) => (listening.address() as AddressInfo).port;
const ask = (path: string) => fetch(`http://127.0.0.1:${portOf(server)}${path}`);

const loginUrl = (user: string) => {
  const login = new URL(url);
  login.username = user;
  login.password = "x";
  return login.href;
};

it("answers that it is alive without asking the database", async () => {
  for (const path of ["/livez", "/healthz", "/livez?from=probe"]) {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: "ok" });
  }
  expect((await ask("/livezz")).status).toBe(404);
});

it("is degraded but available while no worker is heard of", async () => {
  const response = await ask("/readyz");
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toMatchObject({
    status: "degraded",
    checks: {
      database: { status: "ok" },
      role: { status: "ok" },
      schema: { status: "ok" },
      worker: { status: "missing" },
    },
  });
});

it("tells the age of the youngest heartbeat", async () => {
  const check = createReadinessCheck(url);
  await client`insert into worker_heartbeats (worker_id, seen_at) values ('old', now() - interval '50 s')`;
  expect((await check()).worker).toMatchObject({ status: "late", ageSeconds: 50 });
  await client`insert into worker_heartbeats (worker_id) values ('young')`;
  expect((await check()).worker.status).toBe("ok");
});

it("is unavailable to a login that is no member of the application role", async () => {
  await client.unsafe("create role stranger_to_wattdesk login password 'x'");
  const checks = await createReadinessCheck(loginUrl("stranger_to_wattdesk"))();
  expect(checks).toMatchObject({
    database: { status: "ok" },
    role: { status: "failed" },
    schema: { status: "unknown" },
  });
  await client.unsafe("grant wattdesk_app to stranger_to_wattdesk");
  const granted = await createReadinessCheck(loginUrl("stranger_to_wattdesk"))();
  expect(granted).toMatchObject({ role: { status: "ok" }, schema: { status: "ok" } });
  await client.unsafe("drop role stranger_to_wattdesk");
});

it("is unavailable on a schema that is older than this build", async () => {
  const [last] = await client`
    delete from drizzle.__drizzle_migrations
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations) returning *`;
  const { schema } = await createReadinessCheck(url)();
  expect(schema).toMatchObject({ status: "failed", expected: Number(last?.created_at) });
  await client`insert into drizzle.__drizzle_migrations ${client(last ?? {})}`;
});

it.each([
  ["refuses connections", () => 1],
  ["accepts connections and says nothing", () => portOf(tcp)],
])("gives up on a database that %s", async (_, port) => {
  const checks = await createReadinessCheck(`postgres://user:secret@127.0.0.1:${port()}/none`)();
  expect(checks.database).toEqual({ status: "failed" });
  expect(JSON.stringify(checks)).not.toContain("secret");
});
