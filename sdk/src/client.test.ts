import { Hono } from "hono";
import { afterEach, expect, it, vi } from "vitest";
import { createPartnerApi, type PartnerApiOptions } from "./client";
import { eachRecord } from "./pages";
import { PartnerApiError } from "./problem";

afterEach(() => vi.useRealTimers());

const usersPath = "/api/partners/v2.0/org/:org/users";
const params = { path: { org_id: "6f0f43b5-6d0c-4a0c-9d0e-3f1f0a0c0d0e" } };

/** A server that gives tokens, and a client of it. */
function served(options: Partial<PartnerApiOptions> = {}) {
  const app = new Hono();
  const requests: Request[] = [];
  const tokenLifetimes: number[] = [];
  let tokens = 0;
  app.post("/oauth2/token/", async (context) => {
    tokens++;
    const lifetime = tokenLifetimes.shift() ?? 36_000;
    // Long enough for the other calls to arrive.
    await new Promise((resolve) => setTimeout(resolve, 10));
    return context.json({ access_token: `token-${tokens}`, expires_in: lifetime });
  });
  const api = createPartnerApi({
    baseUrl: "http://portal.example/",
    credentials: { clientId: "client", clientSecret: "secret" },
    fetch: async (request) => {
      requests.push(request.clone());
      return app.fetch(request);
    },
    ...options,
  });
  return {
    app,
    api,
    tokenLifetimes,
    tokenCount: () => tokens,
    sent: (name: string) =>
      requests
        .filter(({ url }) => url.includes("/org/"))
        .map(({ headers }) => headers.get(name) ?? undefined),
  };
}

/** The error with which a call ends. */
const errorOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

it("asks once for the token that many calls need at the same time", async () => {
  const { app, api, tokenCount, sent } = served();
  app.get(usersPath, (context) => context.json([]));
  await Promise.all(Array.from({ length: 20 }, () => api.GET("/org/{org_id}/users", { params })));
  expect(tokenCount()).toBe(1);
  expect(new Set(sent("authorization"))).toEqual(new Set(["Bearer token-1"]));
});

it("renews the token a minute before it expires", async () => {
  const { app, api, tokenCount } = served();
  app.get(usersPath, (context) => context.json([]));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  const call = () => api.GET("/org/{org_id}/users", { params });
  await call();
  vi.setSystemTime(Date.now() + 35_900_000);
  await call();
  expect(tokenCount()).toBe(1);
  vi.setSystemTime(Date.now() + 50_000);
  await call();
  expect(tokenCount()).toBe(2);
});

it("asks for another token when the API refuses the one it has", async () => {
  const { app, api, sent } = served();
  app.get(usersPath, (context) =>
    context.req.header("authorization") === "Bearer token-1"
      ? context.json({ code: "invalid_token" }, 401)
      : context.json([]),
  );
  await api.GET("/org/{org_id}/users", { params });
  expect(sent("authorization")).toEqual(["Bearer token-1", "Bearer token-2"]);
});

it("throws the refusal of a token that was given to it", async () => {
  const { app, api } = served({ credentials: { token: "expired" } });
  app.get(usersPath, (context) => context.json({ code: "invalid_token" }, 401));
  const error = await errorOf(api.GET("/org/{org_id}/users", { params }));
  expect(error).toMatchObject({ name: "PartnerApiError", status: 401, code: "invalid_token" });
});

it("throws what the token endpoint says of wrong credentials", async () => {
  const app = new Hono();
  app.post("/oauth2/token/", (context) => context.json({ error: "invalid_client" }, 401));
  const { api } = served({ fetch: async (request) => app.fetch(request) });
  const error = await errorOf(api.GET("/org/{org_id}/users", { params }));
  expect(error).toMatchObject({ status: 401, code: "invalid_client" });
});

it.each([429, 503])(
  "sends a call again after %i, with the same idempotency key",
  async (status) => {
    const { app, api, sent } = served();
    let calls = 0;
    app.post(usersPath, async (context) => {
      calls++;
      const body = await context.req.json();
      return calls < 3
        ? context.json({}, status as 429, { "retry-after": "0" })
        : context.json({ id: "1", ...body });
    });
    const { data } = await api.POST("/org/{org_id}/users", {
      params,
      body: { role: "user", email: "maria@home.example" },
    });
    expect(data.email).toBe("maria@home.example");
    const keys = sent("idempotency-key");
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[\w-]{36}$/);
  },
);

it("keeps the idempotency key of its caller", async () => {
  const { app, api, sent } = served();
  app.post(usersPath, (context) => context.json({}));
  await api.POST("/org/{org_id}/users", {
    params: { ...params, header: { "Idempotency-Key": "order-1" } },
    body: { role: "user", email: "maria@home.example" },
  });
  expect(sent("idempotency-key")).toEqual(["order-1"]);
});

it("waits as long as Retry-After says", async () => {
  const { app, api } = served();
  let calls = 0;
  app.get(usersPath, (context) =>
    calls++ === 0 ? context.json({}, 429, { "retry-after": "1" }) : context.json([]),
  );
  const start = performance.now();
  await api.GET("/org/{org_id}/users", { params });
  expect(performance.now() - start).toBeGreaterThan(950);
});

it("gives up after the last attempt, and at once when it is told to wait too long", async () => {
  const { app, api, sent } = served({ retry: { maxAttempts: 3, maxWaitSeconds: 10 } });
  let seconds = "0";
  app.get(usersPath, (context) =>
    context.json({ code: "rate_limited" }, 429, { "retry-after": seconds }),
  );
  const call = () => errorOf(api.GET("/org/{org_id}/users", { params }));
  expect(await call()).toMatchObject({ status: 429, code: "rate_limited" });
  expect(sent("authorization")).toHaveLength(3);
  seconds = "11";
  expect(await call()).toMatchObject({ status: 429 });
  expect(sent("authorization")).toHaveLength(4);
});

it("sends a lost GET or POST again, and no DELETE", async () => {
  const attempts: string[] = [];
  const { api } = served({
    credentials: { token: "token" },
    retry: { maxAttempts: 2, maxWaitSeconds: 0 },
    fetch: async ({ method }) => {
      attempts.push(method);
      throw new TypeError("fetch failed");
    },
  });
  const user = { params: { path: { ...params.path, user_id: params.path.org_id } } };
  await errorOf(api.GET("/org/{org_id}/users", { params }));
  await errorOf(
    api.POST("/org/{org_id}/users", { params, body: { role: "user", email: "a@home.example" } }),
  );
  await errorOf(
    api.PUT("/org/{org_id}/users/{user_id}", {
      params: { ...user.params, header: { "If-Match": '"1"' } },
      body: {},
    }),
  );
  expect(await errorOf(api.DELETE("/org/{org_id}/users/{user_id}", user))).toBeInstanceOf(
    TypeError,
  );
  expect(attempts).toEqual(["GET", "GET", "POST", "POST", "PUT", "DELETE"]);
});

it("says of a refusal which problem it is, with its fields and the id of the request", async () => {
  const { app, api } = served();
  const errors = [{ pointer: "#/email", code: "invalid_email", detail: "This is no address." }];
  app.post(usersPath, (context) =>
    context.json({ code: "invalid", detail: "Not valid.", request_id: "r-1", errors }, 422),
  );
  app.get(usersPath, (context) => context.text("<html>", 502));
  const body = { role: "user", email: "nobody" } as const;
  const error = await errorOf(api.POST("/org/{org_id}/users", { params, body }));
  expect(error).toBeInstanceOf(PartnerApiError);
  expect(error).toMatchObject({ status: 422, code: "invalid", requestId: "r-1", errors });
  expect(String(error)).toContain("#/email: This is no address.");
  const other = await errorOf(api.GET("/org/{org_id}/users", { params }));
  expect(other).toMatchObject({ status: 502, code: "http_502", errors: [] });
});

it("reads a list page by page, and one that comes whole", async () => {
  const { app, api } = served();
  const asked: string[] = [];
  app.get(usersPath, (context) => {
    asked.push(new URL(context.req.url).search);
    const cursor = context.req.query("cursor");
    return cursor === "b"
      ? context.json([{ id: "3" }])
      : context.json([{ id: "1" }, { id: "2" }], 200, { "next-cursor": "b" });
  });
  const ids: string[] = [];
  const users = eachRecord(
    (page) =>
      api.GET("/org/{org_id}/users", { params: { ...params, query: { ...page, role: "user" } } }),
    2,
  );
  for await (const { id } of users) ids.push(id);
  expect(ids).toEqual(["1", "2", "3"]);
  expect(asked).toEqual(["?limit=2&role=user", "?limit=2&cursor=b&role=user"]);
});
