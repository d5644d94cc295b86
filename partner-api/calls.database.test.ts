import { and, count, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  apiCalls,
  apiClients,
  auditEvents,
  buildings,
  dailyReadings,
  idempotentResults,
  invitations,
  organizations,
  users,
} from "@/db/schema";
import { systemActor } from "@/lib/access/actor";
import { holdClock } from "@/lib/clock";
import { recordReadings } from "@/lib/telemetry/record-readings";
import { addClientToken, addPersonalToken } from "@/testing/api-tokens";
import { type ApiRequest, callApi } from "@/testing/call-api";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { addVehicle } from "@/testing/records/devices";
import { writeNotedCalls } from "./http/note-call";
import { operations } from "./operations";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
let organization: TestOrganization;
let token: string;
let clientId: string;

beforeEach(async () => {
  organization = await createOrganization(tables);
  ({ token, clientId } = await addClientToken(organization, tables));
});
afterEach(() => holdClock());
afterAll(async () => {
  await writeNotedCalls();
  await client.end();
});

function call(id: string, request: Partial<ApiRequest> = {}) {
  const operation = operations.find((each) => each.id === id);
  if (!operation) throw new Error(`There is no operation ${id}.`);
  return callApi(operation, { organizationId: organization.id, token, ...request });
}

const ofEndUser = () => ({ user_id: organization.endUser.id });
const keyed = (key: string) => ({ "idempotency-key": key });

describe("a POST with a key", () => {
  const add = (key: string, name: string) =>
    call("createBuilding", { params: ofEndUser(), body: { name }, headers: keyed(key) });
  const buildingCount = async () => {
    const [found] = await tables
      .select({ number: count() })
      .from(buildings)
      .where(eq(buildings.organizationId, organization.id));
    return found?.number;
  };

  it("does nothing twice, and answers as it did", async () => {
    const first = await add("k-1", "Hut");
    const again = await add("k-1", "Hut");
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await buildingCount()).toBe(2);
  });

  it("does it once however many come at once", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => add("k-2", "Hut")));
    const ids = new Set(await Promise.all(all.map(async (each) => (await each.json()).id)));
    expect(ids.size).toBe(1);
    expect(await buildingCount()).toBe(2);
  });

  it("is refused when the key came with something else", async () => {
    await add("k-3", "Hut");
    const other = await add("k-3", "Barn");
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: "idempotency_key_reused" });
    expect(await buildingCount()).toBe(2);
  });

  it("has its key to itself, and can be tried again after a refusal", async () => {
    const bad = await add("k-4", "");
    expect(bad.status).toBe(422);
    expect((await add("k-4", "Hut")).status).toBe(200);
    const other = await addClientToken(organization, tables);
    const elsewhere = await call("createBuilding", {
      token: other.token,
      params: ofEndUser(),
      body: { name: "Hut" },
      headers: keyed("k-4"),
    });
    expect(elsewhere.headers.get("idempotency-replayed")).toBeNull();
    expect(await buildingCount()).toBe(3);
  });

  it("keeps no link of an invitation that can be read", async () => {
    const body = { role: "staff", email: `n-${organization.mark}@utility.example` };
    const first = await call("createUser", { body, headers: keyed("k-5") });
    const again = await call("createUser", { body, headers: keyed("k-5") });
    expect((await again.json()).id).toBe((await first.json()).id);
    const kept = await tables
      .select()
      .from(idempotentResults)
      .where(eq(idempotentResults.organizationId, organization.id));
    expect(kept).toHaveLength(1);
    expect(kept[0]?.result?.toString("utf8")).not.toContain("invite");
    const sent = await tables
      .select()
      .from(invitations)
      .where(eq(invitations.organizationId, organization.id));
    expect(sent).toHaveLength(1);
  });
});

describe("a change", () => {
  const read = () => call("getUser", { params: ofEndUser() });
  const change = (body: object, headers: Record<string, string> = {}) =>
    call("updateUser", { params: ofEndUser(), body, headers });

  it("leaves what was not sent as it was", async () => {
    await change({ town: "Innsbruck", zip_code: 6020, country_iso2: "AUT", latitude: 47.26 });
    const response = await change({ phone: "+43 512 1234", first_name: null });
    expect(await response.json()).toMatchObject({
      first_name: null,
      phone: "+43 512 1234",
      town: "Innsbruck",
      zip_code: "6020",
      country: "AT",
      latitude: 47.26,
      email: organization.endUser.email,
    });
  });

  it("is made against the version that If-Match names, or not at all", async () => {
    const version = (await read()).headers.get("etag") ?? "";
    const first = await change({ town: "Graz" }, { "if-match": version });
    expect(first.status).toBe(200);
    expect(first.headers.get("etag")).not.toBe(version);
    const late = await change({ town: "Linz" }, { "if-match": version });
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ code: "precondition_failed" });
    expect(await (await read()).json()).toMatchObject({ town: "Graz" });
  });

  it("without a version loses nothing that others change at the same time", async () => {
    const fields = ["town", "phone", "street_and_number", "street_add_info", "zip_code"];
    const all = await Promise.all(
      fields.map((field, index) => change({ [field]: `+43 512 100${index}` })),
    );
    expect(all.map(({ status }) => status)).toEqual(fields.map(() => 200));
    const user = await (await read()).json();
    fields.forEach((field, index) => {
      expect(user[field]).toBe(`+43 512 100${index}`);
    });
  });

  it("names the field at fault", async () => {
    const response = await change({ email: organization.otherEndUser.email, phone: "no" });
    expect(response.status).toBe(422);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = await response.json();
    expect(problem.errors).toEqual([
      { pointer: "#/phone", code: "phone", detail: expect.any(String) },
    ]);
    expect(problem.request_id).toBe(response.headers.get("x-request-id"));
    const taken = await change({ email: organization.otherEndUser.email });
    expect((await taken.json()).errors).toMatchObject([
      { pointer: "#/email", code: "email_taken" },
    ]);
  });

  it("of settings is checked as the portal's forms are", async () => {
    const params = { ...ofEndUser(), heat_pump_id: organization.deviceId };
    const body = { minimum_temperature_limit: 22, maximum_temperature_limit: 19 };
    const response = await call("updateHeatPump", { params, body });
    expect((await response.json()).errors).toMatchObject([
      { pointer: "#/maximum_temperature_limit", code: "below_lowest" },
    ]);
    const right = await call("updateHeatPump", {
      params,
      body: {
        minimum_temperature_limit: 19.5,
        is_away_mode_enabled: true,
        away_mode_start: "2027-01-02T10:00:00Z",
        pause_power_until_utc: "2027-01-02T10:00:00Z",
        building_id: null,
      },
    });
    expect(await right.json()).toMatchObject({
      minimum_temperature_limit: 19.5,
      away_mode_start: "2027-01-02T10:00:00.000Z",
      pause_power_until: "2027-01-02T10:00:00.000Z",
      is_pause_power_active: true,
      building: null,
    });
    const foreign = await createOrganization(tables);
    const elsewhere = await call("updateHeatPump", {
      params,
      body: { building_id: foreign.buildingId },
    });
    expect((await elsewhere.json()).errors).toMatchObject([{ pointer: "#/building_id" }]);
  });

  it("never takes the last admin away", async () => {
    const params = { user_id: organization.admin.id };
    const demoted = await call("updateUser", { params, body: { role: "staff" } });
    const removed = await call("deleteUser", { params });
    for (const response of [demoted, removed]) {
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: "last_admin" });
    }
  });
});

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
          body: { role: "user", email: `p${page}-${organization.mark}@home.example` },
        });
      }
      query = next ? Object.fromEntries(new URL(next, "http://localhost").searchParams) : undefined;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(5);
  });

  it("searches, filters and orders end-users as the portal does", async () => {
    const query = { role: "user", search: organization.otherEndUser.email };
    const found = await (await call("listUsers", { query })).json();
    expect(found.map(({ id }: { id: string }) => id)).toEqual([organization.otherEndUser.id]);
    const sorted = await call("listUsers", {
      query: { role: "user", sort: "email", direction: "desc" },
    });
    const emails = (await sorted.json()).map(({ email }: { email: string }) => email);
    expect(emails).toEqual([organization.endUser.email, organization.otherEndUser.email]);
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
        id: organization.deviceId,
        device_type: { short_name: "hp_atw" },
        owner: { email: organization.endUser.email, external_id: null },
      },
    ]);
  });
});

describe("a call", () => {
  it("is noted, and shows when a client was used last", async () => {
    const response = await call("getUser", { params: ofEndUser() });
    await writeNotedCalls();
    const [noted] = await tables.select().from(apiCalls).where(eq(apiCalls.callerId, clientId));
    expect(noted).toMatchObject({
      method: "GET",
      status: 200,
      requestId: response.headers.get("x-request-id"),
    });
    expect(noted?.path).toContain(organization.endUser.id);
    const [used] = await tables.select().from(apiClients).where(eq(apiClients.id, clientId));
    expect(used?.lastUsedAt).toBeInstanceOf(Date);
  });

  it("stops with its client, and says so in the log", async () => {
    expect((await call("getUser", { params: ofEndUser() })).status).toBe(200);
    await tables
      .update(apiClients)
      .set({ revokedAt: new Date() })
      .where(eq(apiClients.id, clientId));
    expect((await call("getUser", { params: ofEndUser() })).status).toBe(401);
    const refused = await tables
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.targetId, clientId), eq(auditEvents.action, "api-client.refused")));
    expect(refused).toHaveLength(1);
  });

  it("stops with its person, and has their role of this moment", async () => {
    const own = await addPersonalToken(organization.staff, tables);
    const read = () => call("getUser", { token: own, params: ofEndUser() });
    const audit = () => call("listAuditEvents", { token: own });
    expect([(await read()).status, (await audit()).status]).toEqual([200, 403]);
    const { id } = organization.staff;
    await tables.update(users).set({ role: "admin" }).where(eq(users.id, id));
    expect((await audit()).status).toBe(200);
    await tables.update(users).set({ status: "suspended" }).where(eq(users.id, id));
    expect((await read()).status).toBe(401);
  });

  it("ends with its token", async () => {
    holdClock(new Date(Date.now() + 3_700_000));
    expect((await call("getUser", { params: ofEndUser() })).status).toBe(401);
  });
});

describe("many rows", () => {
  it("are each done by themselves, and once", async () => {
    const address = (name: string) => `${name}-${organization.mark}@home.example`;
    const items = [
      { role: "user", email: address("a"), town: "Graz" },
      { role: "user", email: "nonsense" },
      { id: organization.otherEndUser.id, town: "Linz" },
      { id: organization.id, town: "Wels" },
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
    const params = { user_id: organization.otherEndUser.id };
    expect((await (await call("getUser", { params })).json()).town).toBe("Linz");
  });

  it("are at most a thousand, of devices too", async () => {
    const device = {
      user_id: organization.endUser.id,
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
      organizationId: organization.id,
      role: "user" as const,
      status: "active" as const,
      email: `s${index}-${organization.mark}@home.example`,
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
          eq(auditEvents.organizationId, organization.id),
          eq(auditEvents.action, "list.exported"),
        ),
      );
    expect(exported).toHaveLength(1);
  });
});

describe("the energy of a device", () => {
  const params = () => ({ ...ofEndUser(), heat_pump_id: organization.deviceId });

  it("is summed up by periods of the organization's time zone", async () => {
    const days = ["2026-01-31", "2026-02-01", "2026-02-28"].map((day, index) => ({
      organizationId: organization.id,
      deviceId: organization.deviceId,
      day,
      hours: 10,
      powerW: 100 * (index + 1),
    }));
    await tables.insert(dailyReadings).values(days);
    const query = { from: "2026-01-01T00:00:00Z", to: "2026-03-31T00:00:00Z" };
    const response = await call("getHeatPumpSavings", { params: params(), query });
    const { data, metadata } = await response.json();
    expect(metadata.units.consumption).toBe("Wh");
    expect(data).toMatchObject([
      {
        resolution: "1MONTH",
        // Midnight in Vienna.
        period: {
          start_period: "2025-12-31T23:00:00.000Z",
          end_period: "2026-01-31T23:00:00.000Z",
        },
        consumption: { total: 1000 },
        heat_pump: { estimated_consumption_wh: 1000 },
        savings: { total: null, percentage: null },
      },
      { consumption: { total: 5000 } },
    ]);
    holdClock(new Date("2026-02-28T12:00:00Z"));
    const present = await call("getHeatPumpStatistics", {
      params: params(),
      query: { resolution: "1DAY,1YEAR" },
      token: await addPersonalToken(organization.staff, tables),
    });
    holdClock();
    expect((await present.json()).data).toMatchObject([
      { resolution: "1DAY", consumption: { total: 3000 } },
      { resolution: "1YEAR", consumption: { total: 6000 } },
    ]);
  });

  it("is not asked for backwards", async () => {
    const query = { from: "2026-02-01T00:00:00Z", to: "2026-01-01T00:00:00Z" };
    const response = await call("getHeatPumpSavings", { params: params(), query });
    expect((await response.json()).errors).toMatchObject([{ pointer: "#/to" }]);
  });
});

it("invites nobody whose address is not the organization's", async () => {
  await tables
    .update(organizations)
    .set({ allowedEmailDomains: ["utility.example"] })
    .where(eq(organizations.id, organization.id));
  const invite = (domain: string) =>
    call("createUser", { body: { role: "staff", email: `n-${organization.mark}@${domain}` } });
  const refused = await invite("elsewhere.example");
  expect((await refused.json()).errors).toMatchObject([
    {
      pointer: "#/email",
      code: "email_domain",
      detail: expect.stringContaining("utility.example"),
    },
  ]);
  expect((await invite("utility.example")).status).toBe(200);
});

describe("charging sessions", () => {
  it("are worked out from what a vehicle reports", async () => {
    const deviceId = await addVehicle(organization, tables, {
      isPluggedIn: false,
      minimumChargeLimit: 80,
    });
    const start = new Date(Date.now() - 2 * 3_600_000);
    const report = (minutes: number, state: object) =>
      recordReadings(systemActor(organization.id, "test"), {
        reports: [
          {
            deviceId,
            measuredAt: new Date(start.getTime() + minutes * 60_000),
            state: { kind: "electric_vehicle", ...state },
          },
        ],
      });
    const params = { ...ofEndUser(), electric_vehicle_id: deviceId };
    const current = async () =>
      (await (await call("getCurrentChargingSession", { params })).json()).session;
    await report(0, { isPluggedIn: false, batteryLevel: 40 });
    expect(await current()).toBeNull();
    await report(5, { isPluggedIn: true, isCharging: false, batteryLevel: 40 });
    await report(10, { isPluggedIn: true, isCharging: true, chargeRateW: 11_000 });
    await report(40, { isCharging: true, chargeRateW: 8000, batteryLevel: 48 });
    expect(await current()).toMatchObject({
      plug_in_time: new Date(start.getTime() + 300_000).toISOString(),
      unplug_time: null,
      target_soc_pct: 80,
      initial_soc_pct: 40,
      final_soc_pct: 48,
      energy_charged_kwh: 5.5,
      peak_charge_power_kw: 11,
    });
    await report(70, { isPluggedIn: false, isCharging: false, chargeRateW: 0, batteryLevel: 54 });
    expect(await current()).toBeNull();
    const day = start.toISOString().slice(0, 10);
    const list = await call("listChargingSessions", { params, query: { from: day, to: day } });
    expect(await list.json()).toMatchObject({
      total: 1,
      items: [{ energy_charged_kwh: 9.5, avg_charge_power_kw: 9.5, final_soc_pct: 54 }],
    });
    const before = await call("listChargingSessions", {
      params,
      query: { from: "2020-01-01", to: "2020-01-31" },
    });
    expect(await before.json()).toEqual({ total: 0, items: [] });
  });
});

it("stops a stream whose client is revoked meanwhile", async () => {
  const people = Array.from({ length: 3000 }, (_, index) => ({
    organizationId: organization.id,
    role: "user" as const,
    status: "active" as const,
    email: `r${index}-${organization.mark}@home.example`,
  }));
  await tables.insert(users).values(people);
  const response = await call("exportUsers");
  const reader = response.body?.getReader();
  await reader?.read();
  await tables.update(apiClients).set({ revokedAt: new Date() }).where(eq(apiClients.id, clientId));
  const rest = async () => {
    while (!(await reader?.read())?.done);
  };
  await expect(rest()).rejects.toThrow();
});
