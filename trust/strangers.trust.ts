import { readFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { projectFolder } from "../commands/configuration";
import {
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "../testing/organization";
import { type RunningPortal, startPortal } from "../testing/running-portal";

/** Requests that nobody should send, and none of which is a failure of the portal's. */
const INPUTS = Number(process.env.STRANGER_INPUTS ?? 5000);

let portal: RunningPortal;
let owner: ReturnType<typeof ownerConnection>;
let organization: TestOrganization;
let cookies: Record<string, string>;

beforeAll(async () => {
  portal = await startPortal({ LOG_LEVEL: "error" });
  owner = ownerConnection(portal.databaseUrl);
  organization = await createOrganization(owner.tables);
  cookies = {
    nobody: "",
    admin: await portal.cookieOf(organization.admin),
    staff: await portal.cookieOf(organization.staff),
    endUser: await portal.cookieOf(organization.endUser),
  };
}, 600_000);
afterAll(async () => {
  await owner?.client.end();
  await portal?.stop();
});

const readManifest = (name: string) =>
  JSON.parse(readFileSync(path.join(projectFolder, ".next/server", name), "utf8"));

/** Paths of pages and routes, with the parts that stand for ids in brackets. */
const paths = Object.keys(readManifest("app-paths-manifest.json"))
  .filter((name) => /\/(page|route)$/.test(name))
  .map((name) => name.replace(/\/\([^)]+\)/g, "").replace(/\/(page|route)$/, "") || "/");

const actionIds = Object.entries(
  readManifest("server-reference-manifest.json").node as Record<
    string,
    { workers: Record<string, unknown> }
  >,
).map(([id, { workers }]) => ({ id, page: Object.keys(workers)[0] ?? "" }));

const members = ["toString", "__proto__", "constructor", "hasOwnProperty", "valueOf", "then"];

const words = fc.oneof(
  fc.constantFrom(
    "",
    "0",
    "-1",
    "null",
    "NaN",
    "1e308",
    "9999-12-31",
    "0000-01-01",
    "2026-02-30",
    "' or 1=1 --",
    "<script>",
    "../../etc/passwd",
    "%",
    "\\",
    "\u0000",
    "\ud800",
    "\u202e\u200b",
    "a\nb",
    "x".repeat(3000),
    "{}",
    "[]",
    "$K1",
    ...members,
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.uuid(),
);

const names = fc.oneof(
  fc.constantFrom(
    ...["search", "sort", "direction", "cursor", "size", "id", "user", "next", "saved", "attempt"],
    ...[
      "createdFrom",
      "createdUntil",
      "state",
      "role",
      "before",
      "range",
      "secret",
      "_rsc",
      "token",
    ],
    ...members,
  ),
  words,
);

const queries = fc
  .array(fc.tuple(names, words), { maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.map(encode).join("=")).join("&"));

/** Percent-encoded, with a lone surrogate as it stands: there is no encoding of it. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed());

const filledPaths = fc
  .tuple(fc.constantFrom(...paths), fc.array(words, { minLength: 3, maxLength: 3 }), fc.boolean())
  .map(([pattern, parts, isKnown]) => {
    let index = 0;
    return pattern.replace(/\[+\.*(\w+)\]+/g, () =>
      isKnown ? organization.deviceId : encode(parts[index++] ?? "x") || "x",
    );
  });

/** A text that HTTP lets stand in a header. */
const headerTexts = words.map((word) =>
  Array.from(word, (letter) => (/[\x20-\x7e]/.test(letter) ? letter : "?")).join(""),
);

const headers = fc.dictionary(
  fc.constantFrom(
    ...["rsc", "next-router-state-tree", "next-url", "next-router-prefetch", "x-nextjs-data"],
    ...["accept-language", "user-agent", "x-forwarded-for", "x-forwarded-host", "x-peer-chain"],
    ...["x-action-forwarded", "x-request-id", "x-pathname", "if-none-match", "range", "accept"],
    ...[
      "x-middleware-subrequest",
      "x-matched-path",
      "x-invoke-path",
      "next-router-segment-prefetch",
    ],
  ),
  headerTexts,
  { maxKeys: 2 },
);

type Sent = {
  method: string;
  target: string;
  headers: Record<string, string>;
  body?: string | Buffer | undefined;
};

const people = fc.constantFrom("nobody", "admin", "staff", "endUser");

const pageRequests: fc.Arbitrary<Sent> = fc
  .record({ path: filledPaths, query: queries, headers, who: people })
  .map(({ path: target, query, headers: sent, who }) => ({
    method: "GET",
    target: query ? `${target}?${query}` : target,
    headers: { cookie: cookies[who] ?? "", ...sent },
  }));

const oddTargets = fc.constantFrom(
  "/%",
  "/%00",
  "/%ff",
  "/users/%c3%28",
  "/%e2%80%ae",
  "//evil.example/",
  "/\\evil",
  "/users/%2e%2e%2fetc",
  "/_next/image?url=%2Ficon.svg&w=64&q=75",
  "/_next/static/%00",
  "/_next/data/x/y.json",
  `/${"a/".repeat(2000)}`,
  "/users?%",
  "/users?search=%ff&search=%00",
  "/accounts/login?next=%0d%0aset-cookie:x",
  "/?__nextLocale=x&nxtPid=y",
);
const methods = fc.constantFrom(
  ...["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "PURGE"],
);
const oddRequests: fc.Arbitrary<Sent> = fc
  .record({ method: methods, target: fc.oneof(oddTargets, filledPaths), headers, who: people })
  .map(({ who, headers: sent, ...rest }) => ({
    ...rest,
    headers: {
      cookie: cookies[who] ?? "",
      origin: portal.baseUrl,
      ...sent,
      ...(["HEAD", "GET"].includes(rest.method) ? {} : { "content-length": "0" }),
    },
  }));

const boundary = "----strangers";
const parts = (fields: [string, string][]) =>
  `${fields
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name.replace(/["\r\n]/g, "")}"\r\n\r\n${value}\r\n`,
    )
    .join("")}--${boundary}--\r\n`;

const argumentTexts = fc.oneof(
  fc.constantFrom(
    "[]",
    '[{"status":"idle"},"$K1"]',
    '["$K1"]',
    '["$K1","$K1"]',
    "[null,null]",
    '[{"status":"idle"},{}]',
    '["$@1"]',
    '["$1"]',
    '["$F1"]',
    '["$undefined","$NaN"]',
    '["$D2026-99-99"]',
    '["$n12x"]',
    "{",
    "",
    "null",
    `[${"[".repeat(500)}${"]".repeat(500)}]`,
  ),
  fc.json(),
);

const actionBodies = fc.oneof(
  fc
    .tuple(argumentTexts, fc.array(fc.tuple(names, words), { maxLength: 4 }))
    .map(([text, fields]) => ({
      type: `multipart/form-data; boundary=${boundary}`,
      body: parts([
        ...fields.map(([name, value]): [string, string] => [`_1_${name}`, value]),
        ["0", text],
      ]),
    })),
  argumentTexts.map((body) => ({ type: "text/plain;charset=UTF-8", body })),
  fc
    .tuple(fc.constantFrom("application/json", "text/html", "x", ""), words)
    .map(([type, body]) => ({
      type,
      body,
    })),
  queries.map((body) => ({ type: "application/x-www-form-urlencoded", body })),
  words.map((body) => ({ type: `multipart/form-data; boundary=${boundary}`, body })),
  words.map((body) => ({ type: "multipart/form-data", body })),
  fc.constant({
    type: `multipart/form-data; boundary=${boundary}`,
    body: parts([
      ["$ACTION_ID_x", ""],
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", "{}"],
    ]),
  }),
);

const actionRequests: fc.Arbitrary<Sent> = fc
  .record({
    action: fc.constantFrom(...actionIds),
    oddId: fc.option(fc.oneof(headerTexts, fc.constantFrom("0".repeat(42), "toString")), {
      freq: 6,
    }),
    isOwnPage: fc.boolean(),
    path: filledPaths,
    sent: actionBodies,
    headers,
    who: people,
    host: fc.constantFrom(undefined, undefined, undefined, "evil.example"),
  })
  .map(({ action, oddId, isOwnPage, path: foreign, sent, headers: more, who, host }) => {
    const own = action.page
      .replace(/^app/, "")
      .replace(/\/\([^)]+\)/g, "")
      .replace(/\/page$/, "");
    const target = isOwnPage ? own.replace(/\[+\.*\w+\]+/g, organization.deviceId) || "/" : foreign;
    return {
      method: "POST",
      target,
      headers: {
        cookie: cookies[who] ?? "",
        origin: portal.baseUrl,
        "next-action": oddId ?? action.id,
        ...(sent.type && { "content-type": sent.type }),
        ...(host && { host }),
        ...more,
      },
      body: sent.body,
    };
  });

/** @returns the status, or 0 where the server cut the connection */
function send({ method, target, headers: sent, body }: Sent): Promise<number> {
  return new Promise((resolve) => {
    const request = httpRequest(
      {
        host: "127.0.0.1",
        port: portal.port,
        method,
        path: target,
        headers: { host: `localhost:${portal.port}`, ...sent },
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
        response.on("error", () => resolve(response.statusCode ?? 0));
      },
    );
    request.on("error", () => resolve(0));
    request.end(body);
  });
}

async function findFailures(requests: Sent[]): Promise<string[]> {
  const failures: string[] = [];
  const queue = [...requests];
  const work = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const status = await send(next);
      if (status >= 500) {
        const { cookie, ...shown } = next.headers;
        failures.push(JSON.stringify({ status, ...next, headers: shown }).slice(0, 700));
      }
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return failures;
}

const kinds: [string, fc.Arbitrary<Sent>, number][] = [
  ["pages with made-up paths, queries and headers", pageRequests, 0.4],
  ["actions with made-up ids, arguments and bodies", actionRequests, 0.4],
  ["odd targets and methods", oddRequests, 0.2],
];

it.each(kinds)(
  "answers none of %s with 500",
  async (_, requests, share) => {
    const sample = fc.sample(requests, { numRuns: Math.ceil(INPUTS * share), seed: 22 });
    expect(await findFailures(sample)).toEqual([]);
  },
  900_000,
);

/** Sends bytes as they are. @returns the first line of the answer */
function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(portal.port, "127.0.0.1", () => socket.write(bytes));
    let answer = "";
    socket.setTimeout(5000, () => socket.destroy());
    socket.on("data", (data) => {
      answer += data;
      if (answer.includes("\r\n")) socket.destroy();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer.split("\r\n", 1)[0] ?? ""));
  });
}

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
  const line = await sendRaw(bytes);
  expect(line).not.toMatch(/^HTTP\/1\.1 5/);
});

it("refuses a body of 200 MB by its length alone", async () => {
  const line = await sendRaw(
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
  expect(await send({ method: "GET", target: "/healthz", headers: {} })).toBe(200);
});

it("answers the unused image optimizer with 404", async () => {
  const target = "/_next/image?url=%2Ficon.svg&w=64&q=75";
  expect(await send({ method: "GET", target, headers: {} })).toBe(404);
});

it("records the address of whoever posts an action to a page without it", async () => {
  const found = Object.entries(
    readManifest("server-reference-manifest.json").node as Record<string, { exportedName: string }>,
  ).find(([, { exportedName }]) => exportedName === "logInAction");
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
          "next-action": found?.[0],
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
