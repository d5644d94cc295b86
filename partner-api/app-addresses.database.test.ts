import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEvents, connectionSettings, devices } from "@/db/schema";
import { updateConnectionSettings } from "@/lib/devices/connections/connection-settings";
import { signCue } from "@/lib/devices/connections/cue-secret";
import { viewConnectLink } from "@/lib/devices/connections/view-connect-link";
import { callingOrganization } from "@/testing/calling-organization";
import { actorOf } from "@/testing/organization";

const api = callingOrganization();
const { call, ofEndUser, tables } = api;

const allow = (appSchemes: string[]) =>
  tables
    .insert(connectionSettings)
    .values({ organizationId: api.organization.id, appSchemes })
    .onConflictDoUpdate({ target: connectionSettings.organizationId, set: { appSchemes } });

const onboard = (success_url: string, cancel_url: string | null = null) =>
  call("createOnboardingSession", {
    body: {
      user_id: api.organization.endUser.id,
      price_zone_default: "AT",
      success_url,
      cancel_url,
    },
  });

const reconnect = (success_url: string) =>
  call("createHeatPumpAuthSession", {
    params: { ...ofEndUser(), heat_pump_id: api.organization.deviceId },
    body: { success_url },
  });

async function resolve(successUrl: string, cancelUrl = "https://partner.example") {
  const { id, deviceId } = api.organization;
  await tables.update(devices).set({ isAuthenticated: false }).where(eq(devices.id, deviceId));
  return call("resolveCue", {
    params: { cue_id: deviceId },
    query: { secret: signCue(id, deviceId) },
    body: { successUrl, cancelUrl },
  });
}

describe("an address that leads into an app", () => {
  it.each(["myapp://done", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])(
    "is refused without permission: %s",
    async (address) => {
      const answers = [
        [await onboard(address), "#/success_url"],
        [await onboard("https://partner.example", address), "#/cancel_url"],
        [await reconnect(address), "#/success_url"],
        [await resolve(address), "#/successUrl"],
        [await resolve("https://partner.example", address), "#/cancelUrl"],
      ] as const;
      for (const [answer, pointer] of answers) {
        expect(answer.status).toBe(422);
        expect((await answer.json()).errors).toMatchObject([
          { pointer, code: "scheme_not_allowed" },
        ]);
      }
    },
  );

  it("is taken when the organization allows its scheme, and no other", async () => {
    await allow(["myapp"]);
    for (const answer of [
      await onboard("myapp://done", "MyApp:later"),
      await reconnect("myapp://done?x=1"),
      await resolve("myapp://done", "myapp://later"),
    ]) {
      expect(answer.status).toBe(200);
    }
    expect((await onboard("otherapp://done")).status).toBe(422);
  });

  it("leads nowhere once the permission is taken back", async () => {
    await allow(["myapp"]);
    const { authentication_url: link } = await (await onboard("myapp://done")).json();
    const token = link.replace(/^.*\/connect\//, "");
    const anonymous = {
      kind: "anonymous",
      role: "anonymous",
      organizationId: api.organization.id,
      requestId: "r",
    } as const;
    expect(await viewConnectLink(anonymous, { token })).toMatchObject({
      successUrl: "myapp://done",
    });
    await allow([]);
    expect(await viewConnectLink(anonymous, { token })).toMatchObject({ successUrl: null });
  });
});

it("is allowed by an admin, and that is recorded", async () => {
  const version = 0;
  const numbers = {
    staleAfterMinutes: 180,
    linkDays: 14,
    firstReminderHours: 24,
    reminderEveryDays: 4,
    maxReminders: 3,
    maxPerWeek: 2,
    quietFromHour: 20,
    quietUntilHour: 8,
  };
  const appSchemes = "myapp://";
  await updateConnectionSettings(actorOf(api.organization.admin), {
    version,
    ...numbers,
    appSchemes,
  });
  const events = await tables
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.organizationId, api.organization.id));
  expect(events.map(({ action }) => action)).toContain("organization.updated");
  expect((await onboard("myapp://done")).status).toBe(200);
});
