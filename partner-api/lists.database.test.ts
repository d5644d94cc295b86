import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { apiClients, auditEvents, users } from "@/db/schema";
import { callingOrganization, keyed } from "@/testing/calling-organization";

const api = callingOrganization();
const { tables, call, ofEndUser } = api;

describe("a list", () => {
  it("is paged by its links, each record once, while others are added", async () => {
    const seen: string[] = [];
    let query: Record<string, string> | undefined = { role: "user", limit: "1", fields: "id" };
    for (let page = 0; query; page++) {
      const response = await call("listUsers", { query });
      const rows: Record<string, string>[] = await response.json();
      seen.push(...rows.map(({ id }) => id ?? ""));
      expect(rows.every((row) => Object.keys(row).join() === "id")).toBe(true);
      const [, next] = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "") ?? [];
      if (page < 3) {
        await call("createUser", {
          body: { role: "user", email: `p${page}-${api.organization.mark}@home.example` },
        });
      }
      query = next ? Object.fromEntries(new URL(next, "http://localhost").searchParams) : undefined;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(5);
  });

  it.each(["listDevices", "listHeatPumps"])("is the same there and back: %s", async (list) => {
    const params = list === "listHeatPumps" ? ofEndUser() : undefined;
    const device = { kind: "heat_pump", user_id: api.organization.endUser.id };
    await call("bulkDevices", { body: { items: Array.from({ length: 3 }, () => device) } });
    const walk = async (relation: "next" | "prev", start: Record<string, string>) => {
      const pages: string[][] = [];
      let query: Record<string, string> | undefined = start;
      let last = start;
      while (query) {
        last = query;
        const response = await call(list, { params, query });
        const rows: { id: string }[] = await response.json();
        pages.push(rows.map(({ id }) => id));
        const links = response.headers.get("link") ?? "";
        const [, address] = new RegExp(`<([^>]+)>; rel="${relation}"`).exec(links) ?? [];
        query = address
          ? Object.fromEntries(new URL(address, "http://localhost").searchParams)
          : undefined;
      }
      return { pages, last };
    };
    const there = await walk("next", { limit: "1", fields: "id" });
    expect(there.pages.length).toBeGreaterThanOrEqual(4);
    const back = await walk("prev", there.last);
    expect(back.pages.reverse()).toEqual(there.pages);
  });

  it("searches, filters and orders end-users as the portal does", async () => {
    const query = { role: "user", search: api.organization.otherEndUser.email };
    const found = await (await call("listUsers", { query })).json();
    expect(found.map(({ id }: { id: string }) => id)).toEqual([api.organization.otherEndUser.id]);
    const sorted = await call("listUsers", {
      query: { role: "user", sort: "email", direction: "desc" },
    });
    const emails = (await sorted.json()).map(({ email }: { email: string }) => email);
    expect(emails).toEqual([api.organization.endUser.email, api.organization.otherEndUser.email]);
    const team = await call("listUsers", { query: { role: "staff", search: "x" } });
    expect((await team.json()).errors).toMatchObject([{ code: "filters_need_end_users" }]);
  });

  it("has deleted records when they are asked for", async () => {
    await call("deleteUser", { params: ofEndUser() });
    const query = { role: "user" };
    expect(await (await call("listUsers", { query })).json()).toHaveLength(1);
    const all = await call("listUsers", { query: { ...query, include_deleted: "true" } });
    expect(await all.json()).toHaveLength(2);
    expect((await call("getUser", { params: ofEndUser() })).status).toBe(404);
    const deleted = await call("getUser", {
      params: ofEndUser(),
      query: { include_deleted: "true" },
    });
    expect((await deleted.json()).deleted_at).toMatch(/Z$/);
  });

  it("of the fleet has filters, and whole devices", async () => {
    const none = await call("listDevices", { query: { kind: "wallbox" } });
    expect(await none.json()).toEqual([]);
    const some = await call("listDevices", {
      query: { kind: "heat_pump", connection: "connected" },
    });
    expect(await some.json()).toMatchObject([
      {
        id: api.organization.deviceId,
        device_type: { short_name: "hp_atw" },
        owner: { email: api.organization.endUser.email, external_id: null },
      },
    ]);
  });
});

describe("many rows", () => {
  it("are each done by themselves, and once", async () => {
    const address = (name: string) => `${name}-${api.organization.mark}@home.example`;
    const items = [
      { role: "user", email: address("a"), town: "Graz" },
      { role: "user", email: "nonsense" },
      { id: api.organization.otherEndUser.id, town: "Linz" },
      { id: api.organization.id, town: "Wels" },
      { role: "user", email: address("a") },
    ];
    const send = () => call("bulkUsers", { body: { items }, headers: keyed("bulk-1") });
    const { results } = await (await send()).json();
    expect(results.map(({ status }: { status: number }) => status)).toEqual([
      200, 422, 200, 404, 422,
    ]);
    expect(results[1].problem.errors).toMatchObject([{ pointer: "#/email", code: "email" }]);
    expect(results[4].problem.errors).toMatchObject([{ pointer: "#/email", code: "email_taken" }]);
    const again = await (await send()).json();
    expect(again.results[0].id).toBe(results[0].id);
    const params = { user_id: api.organization.otherEndUser.id };
    expect((await (await call("getUser", { params })).json()).town).toBe("Linz");
  });

  it("are at most a thousand, of devices too", async () => {
    const device = {
      user_id: api.organization.endUser.id,
      kind: "wallbox",
      charge_power_max_w: 11_000,
      device_model: { manufacturer: "Keba", model: "P30" },
    };
    const tooMany = Array.from({ length: 1001 }, () => device);
    expect((await call("bulkDevices", { body: { items: tooMany } })).status).toBe(422);
    const response = await call("bulkDevices", { body: { items: tooMany.slice(0, 3) } });
    const { results } = await response.json();
    expect(results).toHaveLength(3);
    const list = await call("listWallboxes", { params: ofEndUser() });
    expect(await list.json()).toMatchObject([
      { charge_power_max_w: 11_000, device_model: { manufacturer: "Keba" } },
      {},
      {},
    ]);
  });

  it("are streamed, however many, and that is noted", async () => {
    const people = Array.from({ length: 2345 }, (_, index) => ({
      organizationId: api.organization.id,
      role: "user" as const,
      status: "active" as const,
      email: `s${index}-${api.organization.mark}@home.example`,
    }));
    await tables.insert(users).values(people);
    const response = await call("exportUsers");
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    const lines = (await response.text()).trim().split("\n");
    expect(new Set(lines.map((line) => JSON.parse(line).id)).size).toBe(2347);
    const exported = await tables
      .select()
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.organizationId, api.organization.id),
          eq(auditEvents.action, "list.exported"),
        ),
      );
    expect(exported).toHaveLength(1);
  });
});

it("stops a stream when its client is revoked", async () => {
  const people = Array.from({ length: 3000 }, (_, index) => ({
    organizationId: api.organization.id,
    role: "user" as const,
    status: "active" as const,
    email: `r${index}-${api.organization.mark}@home.example`,
  }));
  await tables.insert(users).values(people);
  const response = await call("exportUsers");
  const reader = response.body?.getReader();
  await reader?.read();
  await tables
    .update(apiClients)
    .set({ revokedAt: new Date() })
    .where(eq(apiClients.id, api.clientId));
  const rest = async () => {
    while (!(await reader?.read())?.done);
  };
  await expect(rest()).rejects.toThrow();
});
