import { and, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { auditEvents, connectLinks, devices, organizations } from "@/db/schema";
import { holdClock } from "@/lib/core/clock";
import { cueExamples } from "@/testing/api-examples";
import { callApi } from "@/testing/call-api";
import { callingOrganization } from "@/testing/calling-organization";
import { createOrganization } from "@/testing/organization";
import { operations } from "./operations";

const api = callingOrganization();

it("has an example of every operation that a secret opens", () => {
  const open = operations.filter(({ opensBySecret }) => opensBySecret).map(({ id }) => id);
  expect(Object.keys(cueExamples).sort()).toEqual(open.sort());
  for (const { needs, opensBySecret } of operations) {
    expect(needs.length > 0).toBe(!opensBySecret);
  }
});

const exampleOf = (id: string) => {
  const example = cueExamples[id]?.[0];
  if (!example) throw new Error(`${id} has no example.`);
  return example.request(api.organization, api.tables);
};

/** A call without any token. */
async function callOpen(id: string, change: object = {}) {
  const operation = operations.find((each) => each.id === id);
  if (!operation) throw new Error(`There is no operation ${id}.`);
  const request = { ...(await exampleOf(id)), ...change };
  return callApi(operation, { organizationId: api.organization.id, ...request });
}

describe.each(Object.keys(cueExamples))("%s", (id) => {
  it("needs the secret of this device, and no token", async () => {
    expect((await callOpen(id)).status).toBe(200);
    expect((await callOpen(id, { query: { secret: "x.y" } })).status).toBe(404);
    const other = await createOrganization(api.tables);
    expect((await callOpen(id, { params: { cue_id: other.deviceId } })).status).toBe(404);
  });

  it("opens nothing after an hour", async () => {
    const request = await exampleOf(id);
    holdClock(new Date(Date.now() + 61 * 60_000));
    expect((await callOpen(id, { query: request.query })).status).toBe(404);
  });

  it("is over once the device is connected", async () => {
    const request = await exampleOf(id);
    const operation = operations.find((each) => each.id === id);
    await api.tables
      .update(devices)
      .set({ isAuthenticated: true, lifecycleState: "authenticated" })
      .where(eq(devices.id, api.organization.deviceId));
    const call = { organizationId: api.organization.id, ...request };
    expect(operation && (await callApi(operation, call)).status).toBe(404);
  });
});

it("hands a cue out with a device that has to be connected, which leads to a page", async () => {
  const params = { ...api.ofEndUser(), heat_pump_id: api.organization.deviceId };
  const connected = await (await api.call("getHeatPump", { params })).json();
  expect(connected).toMatchObject({ action_needed: false, actions: [], authorization_url: null });
  await api.tables
    .update(devices)
    .set({ isAuthenticated: false, lifecycleState: "disconnected" })
    .where(eq(devices.id, api.organization.deviceId));
  const lost = await (await api.call("getHeatPump", { params })).json();
  expect(lost).toMatchObject({ action_needed: true, actions: [{ code: "reauthenticate" }] });
  expect(lost.authorization_url).toContain(`/connect/device/${api.organization.deviceId}?secret=`);
  const secret = new URL(lost.actions[0].resolution_link.url).searchParams.get("secret") ?? "";
  const answer = await callOpen("resolveCue", { query: { secret } });
  expect((await answer.json()).redirect_url).toMatch(/\/connect\/[0-9a-f-]{36}\.[\w-]{43}$/);
  const [link] = await api.tables
    .select()
    .from(connectLinks)
    .where(eq(connectLinks.organizationId, api.organization.id));
  expect(link).toMatchObject({ channel: "api", language: "de", purpose: "reconnect" });
});

it("begins an onboarding that ends with the next day, and shows its link once", async () => {
  const body = {
    user_id: api.organization.endUser.id,
    language: "sv",
    price_zone_default: "SE_3",
    external_metadata: { order: 7 },
  };
  // Ten past midnight in Vienna, when the day before goes on in UTC.
  const night = DateTime.now().setZone("Europe/Vienna").startOf("day").plus({ minutes: 10 });
  await api.tables
    .update(organizations)
    .set({ timeZone: "Europe/Vienna" })
    .where(eq(organizations.id, api.organization.id));
  holdClock(night.toJSDate());
  const response = await api.call("createOnboardingSession", { body });
  holdClock();
  const made = await response.json();
  const [stored] = await api.tables.select().from(connectLinks).where(eq(connectLinks.id, made.id));
  expect(stored?.expiresAt).toEqual(night.plus({ days: 1 }).endOf("day").toJSDate());
  expect(made).toMatchObject({
    expiration_date: night.plus({ days: 1 }).toISODate(),
    external_metadata: { order: 7 },
    object_id: null,
  });
  expect(made.authentication_url).toContain("/connect/");
  const params = { onboarding_session_id: made.id };
  const read = await (await api.call("getOnboardingSession", { params })).json();
  expect(read).toEqual({ ...made, authentication_url: null });
});

describe("the outcome of a cue", () => {
  const report = (state: "success" | "fail") => callOpen("reportCue", { body: { state } });
  const connect = () =>
    api.tables
      .update(devices)
      .set({ isAuthenticated: true, lifecycleState: "authenticated" })
      .where(eq(devices.id, api.organization.deviceId));

  it("is a success once the device is connected again", async () => {
    const request = await exampleOf("reportCue");
    await connect();
    const operation = operations.find(({ id }) => id === "reportCue");
    if (!operation) throw new Error("There is no operation reportCue.");
    const call = { organizationId: api.organization.id, ...request, body: { state: "success" } };
    const answer = await callApi(operation, call);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { action_id: api.organization.deviceId },
    ]);
  });

  it("is no success before the device is connected", async () => {
    const answer = await report("success");
    expect([answer.status, (await answer.json()).code]).toEqual([409, "not_reconnected"]);
  });

  it("is recorded when it is a failure, and can be tried again", async () => {
    expect((await report("fail")).status).toBe(200);
    const [recorded] = await api.tables
      .select()
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.organizationId, api.organization.id),
          eq(auditEvents.action, "connect-link.failed"),
        ),
      );
    expect(recorded?.targetId).toBe(api.organization.deviceId);
    expect((await callOpen("resolveCue")).status).toBe(200);
    expect((await report("fail")).status).toBe(200);
  });
});

it.each(["successUrl", "cancelUrl"])("starts no cue without %s", async (name) => {
  const { body } = await exampleOf("resolveCue");
  for (const value of [null, undefined, "", "here"]) {
    const answer = await callOpen("resolveCue", { body: { ...(body as object), [name]: value } });
    expect(answer.status).toBe(422);
    expect((await answer.json()).errors).toMatchObject([{ pointer: `#/${name}` }]);
  }
});
