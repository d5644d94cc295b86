import { snakeCase } from "change-case";
import { type Context, Hono } from "hono";
import { DateTime } from "luxon";
import { simulateDevice } from "../lib/devices/simulator/simulate-device";
import { grantOfAccessToken, type Held } from "./grants";
import { misbehave } from "./misbehave";
import { findMaker, moodOf, type SandboxDevice, save } from "./world";

/** Results of writes by their keys: the same write sent again is the same write. */
const written = new Map<string, number>();

/** What a client may do with the devices of a customer who allowed it. */
export const deviceRoutes = new Hono<{ Variables: { held: Held } }>()
  .use("/:maker/v1/*", misbehave)
  .use("/:maker/v1/*", async (context, next) => {
    const maker = findMaker(context.req.param("maker"));
    const [, token = ""] = /^Bearer (.+)$/.exec(context.req.header("authorization") ?? "") ?? [];
    const held = maker && grantOfAccessToken(maker.slug, token);
    if (!held) return context.json({ error: "invalid_token" }, 401);
    context.set("held", held);
    await next();
  })
  .get("/:maker/v1/account", (context) => {
    const { id, email } = context.get("held").account;
    return context.json({ account_id: id, email });
  })
  .get("/:maker/v1/devices", (context) =>
    context.json({
      devices: context
        .get("held")
        .account.devices.map(({ serial, kind, model, year }) => ({ serial, kind, model, year })),
    }),
  )
  .get("/:maker/v1/devices/states", (context) =>
    context.json({
      states: context
        .get("held")
        .account.devices.map((device) =>
          moodOf(context.req.param("maker")) === "odd" ? oddly(stateOf(device)) : stateOf(device),
        ),
    }),
  )
  .put("/:maker/v1/devices/:serial/settings", async (context) => {
    const device = deviceOf(context);
    if (!device) return context.json({ error: "unknown_device" }, 404);
    const key = context.req.header("idempotency-key") ?? "";
    const settings: unknown = await context.req.json().catch(() => undefined);
    if (typeof settings !== "object" || settings === null)
      return context.json({ error: "invalid_settings" }, 422);
    if (!written.has(key)) {
      Object.assign(device.settings, settings);
      if (key) written.set(key, (written.get(key) ?? 0) + 1);
      save();
    }
    return context.json({ settings: device.settings });
  })
  .put("/:maker/v1/webhook", async (context) => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const url = typeof body === "object" && body !== null && "url" in body ? String(body.url) : "";
    if (!URL.canParse(url)) return context.json({ error: "invalid_url" }, 422);
    context.get("held").grant.webhookUrl = url;
    save();
    return context.body(null, 204);
  });

const deviceOf = (context: Context<{ Variables: { held: Held } }>): SandboxDevice | undefined =>
  context.get("held").account.devices.find(({ serial }) => serial === context.req.param("serial"));

/** The same with values that no device can have: power that flows backwards, a level in words. */
function oddly({ values, ...said }: ReturnType<typeof stateOf>) {
  const odd = Object.entries(values).map(([name, value]) => [
    name,
    name.endsWith("_w") ? -3600 : name.startsWith("battery_level") ? "full" : value,
  ]);
  return { ...said, values: Object.fromEntries(odd) };
}

const percentOf = (setting: unknown) => (typeof setting === "number" ? setting : null);

/** What the device says now; a silent one what it said last. */
function stateOf(device: SandboxDevice) {
  const now = DateTime.now().setZone("Europe/Vienna");
  if (!device.isSilent) device.lastReportAt = now.toUTC().toISO();
  const at = DateTime.fromISO(device.lastReportAt ?? now.toISO() ?? "").setZone("Europe/Vienna");
  const state = simulateDevice(
    {
      id: device.serial,
      kind: device.kind,
      buildingId: null,
      isOptimized: device.settings.is_smart_optimization_active !== false,
      batteryCapacityKwh: device.kind === "electric_vehicle" ? 77 : 10,
      solarPowerRatingKw: 10,
      chargeTargetPercent: 80,
      indoorTargetTemperature: 21,
      isBoosted: device.settings.boost === true,
      batteryLevel: null,
      minBatteryCharge: percentOf(device.settings.min_battery_charge),
      maxBatteryCharge: percentOf(device.settings.max_battery_charge),
    },
    at,
  );
  const values = Object.entries(state).filter(([name]) => name !== "kind");
  return {
    serial: device.serial,
    kind: device.kind,
    measured_at: at.toUTC().toISO(),
    values: Object.fromEntries(values.map(([name, value]) => [snakeCase(name), value])),
  };
}
