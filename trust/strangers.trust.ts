import { request as httpRequest } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "../testing/organization";
import { type RunningPortal, startPortal } from "../testing/running-portal";
import { sessionCookieOf } from "../testing/session-cookie";
import { actionIds } from "./build-manifests";
import { madeUpRequests } from "./made-up-requests";
import { boundary, parts, type Sent, send, sendRaw } from "./raw-http";

/** Requests that nobody should send, and none of which is a failure of the portal's. */
const INPUTS = Number(process.env.STRANGER_INPUTS ?? 5000);

let portal: RunningPortal;
let owner: ReturnType<typeof ownerConnection>;
let organization: TestOrganization;
/** By who asks: nobody has none. */
let cookies: Record<string, string>;

beforeAll(async () => {
  portal = await startPortal({ LOG_LEVEL: "error" });
  owner = ownerConnection(portal.databaseUrl);
  organization = await createOrganization(owner.tables);
  cookies = {
    nobody: "",
    admin: sessionCookieOf(organization.admin),
    staff: sessionCookieOf(organization.staff),
    endUser: sessionCookieOf(organization.endUser),
  };
}, 600_000);
afterAll(async () => {
  await owner?.client.end();
  await portal?.stop();
});

async function findFailures(requests: Sent[]): Promise<string[]> {
  const failures: string[] = [];
  const queue = [...requests];
  const work = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const status = await send(portal.port, next);
      if (status >= 500) {
        const { cookie, ...shown } = next.headers;
        failures.push(JSON.stringify({ status, ...next, headers: shown }).slice(0, 700));
      }
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return failures;
}

const kinds = [
  ["pages with made-up paths, queries and headers", "pageRequests", 0.4],
  ["actions with made-up ids, arguments and bodies", "actionRequests", 0.4],
  ["odd targets and methods", "oddRequests", 0.2],
] as const;

it.each(kinds)(
  "answers none of %s with 500",
  async (_, kind, share) => {
    const { baseUrl } = portal;
    const requests = madeUpRequests({ baseUrl, recordId: organization.deviceId, cookies });
    const sample = fc.sample(requests[kind], { numRuns: Math.ceil(INPUTS * share), seed: 22 });
    expect(await findFailures(sample)).toEqual([]);
  },
  900_000,
);

it.each([
  ["a character 0 in the path", "GET /\0 HTTP/1.1\r\nhost: localhost\r\n\r\n"],
  ["bytes that are no UTF-8", "GET /\xff\xfe HTTP/1.1\r\nhost: localhost\r\n\r\n"],
  ["no host", "GET / HTTP/1.0\r\n\r\n"],
  ["an absolute target", "GET http://evil.example/ HTTP/1.1\r\nhost: evil.example\r\n\r\n"],
  ["the target of a server", "OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n"],
  ["a header of 100 kB", `GET / HTTP/1.1\r\nhost: a\r\ncookie: a=${"b".repeat(100_000)}\r\n\r\n`],
  ["a thousand cookies", `GET / HTTP/1.1\r\nhost: a\r\ncookie: ${"a=%ff; ".repeat(1000)}\r\n\r\n`],
  ["two lengths", "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab"],
])("answers %s without failing", async (_, bytes) => {
  const line = await sendRaw(portal.port, bytes);
  expect(line).not.toMatch(/^HTTP\/1\.1 5/);
});

it("refuses a body of 200 MB by its length alone", async () => {
  const line = await sendRaw(
    portal.port,
    `POST /accounts/login HTTP/1.1\r\nhost: localhost:${portal.port}\r\norigin: ${portal.baseUrl}\r\n` +
      "next-action: x\r\ncontent-length: 209715200\r\n\r\n",
  );
  expect(line).toMatch(/^HTTP\/1\.1 413 /);
});

it("refuses a body of 200 MB without a length once it is too long", async () => {
  const [action] = actionIds;
  let sent = 0;
  const status = await new Promise<number>((resolve) => {
    const request = httpRequest({
      host: "127.0.0.1",
      port: portal.port,
      method: "POST",
      path: "/accounts/login",
      headers: {
        host: `localhost:${portal.port}`,
        origin: portal.baseUrl,
        "next-action": action?.id,
        "content-type": `multipart/form-data; boundary=${boundary}`,
      },
    });
    request.on("response", (response) => resolve(response.statusCode ?? 0));
    request.on("error", () => resolve(0));
    const chunk = Buffer.alloc(65_536, "x");
    request.write(`--${boundary}\r\ncontent-disposition: form-data; name="_1_a"\r\n\r\n`);
    const pump = () => {
      while (sent < 209_715_200 && !request.destroyed) {
        sent += chunk.length;
        if (!request.write(chunk)) {
          request.once("drain", pump);
          return;
        }
      }
    };
    pump();
  });
  // The connection may be cut before the answer has been read.
  expect([0, 413]).toContain(status);
  expect(sent).toBeLessThan(50_000_000);
  expect(await send(portal.port, { method: "GET", target: "/healthz", headers: {} })).toBe(200);
});

it("answers the unused image optimizer with 404", async () => {
  const target = "/_next/image?url=%2Ficon.svg&w=64&q=75";
  expect(await send(portal.port, { method: "GET", target, headers: {} })).toBe(404);
});

it("records the address of a client that posts an action to a page without it", async () => {
  const found = actionIds.find(({ name }) => name === "logInAction");
  const body = parts([
    ["_1_email", organization.staff.email],
    ["_1_password", "a wrong password"],
    ["0", '[{"status":"idle"},"$K1"]'],
  ]);
  const status = await new Promise<number>((resolve, reject) => {
    const request = httpRequest(
      {
        host: "127.0.0.1",
        localAddress: "127.0.0.2",
        port: portal.port,
        method: "POST",
        path: "/accounts/forgotten-password",
        headers: {
          host: `localhost:${portal.port}`,
          origin: portal.baseUrl,
          "next-action": found?.id,
          "content-type": `multipart/form-data; boundary=${boundary}`,
          "x-peer-chain": "1 OC44LjguOA x",
        },
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      },
    );
    request.on("error", reject);
    request.end(body);
  });
  expect(status).toBe(200);
  const events = await owner.client<{ address: string }[]>`
    select d.client_address as address from audit_events e join audit_details d on d.event_id = e.id
    where e.organization_id = ${organization.id} and e.action = 'session.failed'`;
  expect(events.map(({ address }) => address)).toEqual(["127.0.0.2"]);
});
