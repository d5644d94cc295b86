import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { apiCalls, apiClients, auditEvents, idempotentResults, users } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { applyRetention } from "@/lib/organization/settings/apply-retention";
import { addPersonalToken } from "@/testing/api-tokens";
import { callingOrganization, keyed } from "@/testing/calling-organization";
import { writeNotedCalls } from "./http/record-call";

const api = callingOrganization();
const { tables, call, ofEndUser } = api;

describe("a call", () => {
  it("is noted, and shows when a client was used last", async () => {
    const response = await call("getUser", { params: ofEndUser() });
    await writeNotedCalls();
    const [noted] = await tables.select().from(apiCalls).where(eq(apiCalls.callerId, api.clientId));
    expect(noted).toMatchObject({
      method: "GET",
      status: 200,
      requestId: response.headers.get("x-request-id"),
    });
    expect(noted?.path).toContain(api.organization.endUser.id);
    const [used] = await tables.select().from(apiClients).where(eq(apiClients.id, api.clientId));
    expect(used?.lastUsedAt).toBeInstanceOf(Date);
  });

  it("stops with its client, and says so in the log", async () => {
    expect((await call("getUser", { params: ofEndUser() })).status).toBe(200);
    await tables
      .update(apiClients)
      .set({ revokedAt: new Date() })
      .where(eq(apiClients.id, api.clientId));
    expect((await call("getUser", { params: ofEndUser() })).status).toBe(401);
    const refused = await tables
      .select()
      .from(auditEvents)
      .where(
        and(eq(auditEvents.targetId, api.clientId), eq(auditEvents.action, "api-client.refused")),
      );
    expect(refused).toHaveLength(1);
  });

  it("stops with its person, and has their role of this moment", async () => {
    const own = await addPersonalToken(api.organization.staff, tables);
    const read = () => call("getUser", { token: own, params: ofEndUser() });
    const audit = () => call("listAuditEvents", { token: own });
    expect([(await read()).status, (await audit()).status]).toEqual([200, 403]);
    const { id } = api.organization.staff;
    await tables.update(users).set({ role: "admin" }).where(eq(users.id, id));
    expect((await audit()).status).toBe(200);
    await tables.update(users).set({ status: "suspended" }).where(eq(users.id, id));
    expect((await read()).status).toBe(401);
  });

  it("is forgotten after a week, and its key after a day", async () => {
    const { organization } = api;
    const key = keyed("k-1");
    await call("createBuilding", { params: ofEndUser(), body: { name: "Hut" }, headers: key });
    await writeNotedCalls();
    const kept = async (days: number) => {
      holdClock(new Date(Date.now() + days * 86_400_000));
      await applyRetention(systemActor(organization.id, "test-request"));
      const ofOwn = (table: typeof apiCalls | typeof idempotentResults) =>
        tables.$count(table, eq(table.organizationId, organization.id));
      return [await ofOwn(apiCalls), await ofOwn(idempotentResults)];
    };
    const [calls = 0, keys] = await kept(0);
    expect([calls > 0, keys]).toEqual([true, 1]);
    expect(await kept(2)).toEqual([calls, 0]);
    expect(await kept(8)).toEqual([0, 0]);
  });

  it("ends with its token", async () => {
    holdClock(new Date(Date.now() + 3_700_000));
    expect((await call("getUser", { params: ofEndUser() })).status).toBe(401);
  });
});
