import { request as requestHttp } from "node:http";
import { ask, baseUrl, cookieOf } from "./http";
import { expect, logIn, test } from "./portal";

test("no answer allows another origin to read it", async ({ organization }) => {
  const origin = { origin: "https://elsewhere.example" };
  const cookie = cookieOf(organization.admin);
  for (const path of ["/accounts/login", "/users", "/api/partners/v2.0/users", "/livez"]) {
    const { headers } = await ask(path, { headers: { ...origin, ...cookie } });
    expect(headers.get("access-control-allow-origin"), path).toBeNull();
  }
});

test("no answer has its type guessed by the browser", async () => {
  const page = await ask("/accounts/login");
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(page.body)?.[1] ?? "";
  for (const path of [
    "/accounts/login",
    script,
    "/icon.svg",
    "/api/partners/v2.0/users",
    "/livez",
  ]) {
    const { headers } = await ask(path);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
  }
  const refused = await ask("/accounts/login", { method: "DELETE" });
  expect(refused.headers.get("x-content-type-options")).toBe("nosniff");
});

test("TRACE is refused and sends nothing back", async () => {
  const answer = await new Promise<{ status: number | undefined; body: string }>(
    (resolve, reject) => {
      const sent = requestHttp(
        `${baseUrl}/accounts/login`,
        { method: "TRACE", headers: { cookie: "a=secret-value" } },
        (response) => {
          let body = "";
          response.setEncoding("utf8").on("data", (text: string) => {
            body += text;
          });
          response.on("end", () => resolve({ status: response.statusCode, body }));
        },
      );
      sent.on("error", reject).end();
    },
  );
  expect([403, 405]).toContain(answer.status);
  expect(answer.body).not.toContain("secret-value");
});

test("no folder is listed, and no file of the project is served", async ({ organization }) => {
  const headers = cookieOf(organization.admin);
  for (const path of [
    "/_next/",
    "/_next/static/",
    "/_next/static/chunks/",
    "/public/",
    "/.git/config",
    "/.env",
    "/package.json",
    "/.next/BUILD_ID",
  ]) {
    expect((await ask(path, { headers })).status, path).toBe(404);
  }
});

test("pages and calls say their type and encoding", async ({ organization }) => {
  const headers = cookieOf(organization.admin);
  const page = await ask("/users", { headers });
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  const call = await ask("/api/partners/v2.0/users");
  expect(call.headers.get("content-type")).toMatch(/^application\/problem\+json/);
});

test("pages load nothing from other hosts", async ({ organization }) => {
  const headers = cookieOf(organization.admin);
  const policy = (await ask("/users", { headers })).headers.get("content-security-policy") ?? "";
  const sources = policy.split("; ").flatMap((directive) => directive.split(" ").slice(1));
  for (const source of sources) {
    expect(source).toMatch(/^('self'|'none'|data:|'strict-dynamic'|'nonce-[^']+')$/);
  }
});

test("browser storage holds nothing of a person", async ({ page, organization }) => {
  await logIn(page, organization.staff.email);
  for (const path of ["/dashboard", "/users", `/devices/${organization.deviceId}`]) {
    await page.goto(path);
    const stored = await page.evaluate(async () => ({
      keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
      databases: (await indexedDB.databases()).length,
      cookies: document.cookie,
    }));
    expect(stored.databases).toBe(0);
    expect(stored.cookies).not.toContain("session");
    expect(stored.keys.filter((key) => !key.startsWith("__next"))).toEqual([]);
  }
});
