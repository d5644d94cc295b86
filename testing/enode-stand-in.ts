import { randomInt } from "node:crypto";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** What else an end-user linked, as Enode lists it. */
type Home = { batteries: object[]; meters: object[] };

type Vehicle = { id: string; vendor: string; batteryLevel: number; isValid: boolean };

/** Enode's HTTP API as far as we use it (2024-10-01), with one linked vehicle for each user and what is in their home. */
export async function startEnodeStandIn() {
  const users = new Map<string, Vehicle>();
  const homes = new Map<string, Home>();
  /** What an account was not linked for, as the path names it. */
  const refusedKinds = new Set<string>();
  const requests: { method: string; path: string; body: unknown }[] = [];
  const webhooks: { url: string; secret: string }[] = [];
  const app = new Hono()
    .post("/oauth2/token", (context) => {
      const right = `Basic ${Buffer.from("enode-client:enode-secret").toString("base64")}`;
      if (context.req.header("authorization") !== right) return context.json({}, 401);
      return context.json({ access_token: "ory_at", expires_in: 3600, token_type: "bearer" });
    })
    .use(async (context, next) => {
      if (context.req.header("authorization") !== "Bearer ory_at") return context.json({}, 401);
      const body = await context.req.json().catch(() => undefined);
      requests.push({ method: context.req.method, path: context.req.path, body });
      return next();
    })
    .post("/users/:user/link", async (context) => {
      const { vendor, redirectUri } = await context.req.json();
      const user = context.req.param("user");
      return context.json({
        linkUrl: `https://link.enode.example/${user}?${new URLSearchParams({ vendor, redirectUri })}`,
        linkToken: "t",
      });
    })
    .get("/users/:user", (context) => {
      const vehicle = users.get(context.req.param("user"));
      return context.json({
        id: context.req.param("user"),
        linkedVendors: vehicle ? [{ vendor: vehicle.vendor, isValid: vehicle.isValid }] : [],
      });
    })
    .use("/users/:user/:kind", async (context, next) =>
      refusedKinds.has(context.req.param("kind")) ? context.json({}, 403) : next(),
    )
    .get("/users/:user/vehicles", (context) => {
      const vehicle = users.get(context.req.param("user"));
      return context.json({
        data: vehicle
          ? [
              {
                id: vehicle.id,
                userId: context.req.param("user"),
                vendor: vehicle.vendor,
                lastSeen: new Date().toISOString(),
                isReachable: true,
                information: { brand: "Tesla", model: "Model 3", year: 2024, vin: "X" },
                chargeState: {
                  batteryLevel: vehicle.batteryLevel,
                  range: 301.4,
                  isPluggedIn: true,
                  isCharging: true,
                  chargeRate: 7.4,
                  chargeTimeRemaining: 90,
                  lastUpdated: new Date().toISOString(),
                },
              },
            ]
          : [],
        pagination: { after: null, before: null },
      });
    })
    .get("/users/:user/batteries", (context) =>
      context.json({ data: homes.get(context.req.param("user"))?.batteries ?? [] }),
    )
    .get("/users/:user/meters", (context) =>
      context.json({ data: homes.get(context.req.param("user"))?.meters ?? [] }),
    )
    .post("/vehicles/:id/charging", (context) => context.json({ id: "a", state: "PENDING" }))
    .delete("/users/:user/vendors/:vendor", (context) => {
      users.delete(context.req.param("user"));
      return context.body(null, 204);
    })
    .post("/webhooks", async (context) => {
      const { url, secret } = await context.req.json();
      webhooks.push({ url, secret });
      return context.json({ id: "w", isActive: true });
    });
  const port = randomInt(50_001, 60_000);
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port, hostname: "localhost" }, () =>
      resolve(started),
    );
  });
  return {
    url: `http://localhost:${port}`,
    users,
    homes,
    refusedKinds,
    requests,
    webhooks,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
