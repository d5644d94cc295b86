import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { dailyReadings, devices } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { toCalendarDay } from "@/lib/core/calendar-day";
import { holdClock } from "@/lib/core/clock";
import { recordReadings } from "@/lib/devices/telemetry/record-readings";
import { addPersonalToken } from "@/testing/api-tokens";
import { callingOrganization } from "@/testing/calling-organization";
import { addDevice, addVehicle } from "@/testing/records/devices";
import { addSavingsDays, shifted } from "@/testing/records/savings";

const api = callingOrganization();
const { tables, call, ofEndUser } = api;

describe("the energy of a device", () => {
  const params = () => ({ ...ofEndUser(), heat_pump_id: api.organization.deviceId });

  it("is summed up by periods of the organization's time zone", async () => {
    const days = ["2026-01-31", "2026-02-01", "2026-02-28"].map((day, index) => ({
      organizationId: api.organization.id,
      deviceId: api.organization.deviceId,
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
        electric_vehicle: null,
        inverter: null,
        home_battery: null,
        smart_meter: null,
        savings: { total: null, percentage: null, reason: "price_zone" },
      },
      { consumption: { total: 5000 } },
    ]);
    holdClock(new Date("2026-02-28T12:00:00Z"));
    const present = await call("getHeatPumpStatistics", {
      params: params(),
      query: { resolution: "1DAY,1YEAR" },
      token: await addPersonalToken(api.organization.staff, tables),
    });
    holdClock();
    expect((await present.json()).data).toMatchObject([
      { resolution: "1DAY", consumption: { total: 3000 } },
      { resolution: "1YEAR", consumption: { total: 6000 } },
    ]);
  });

  it("comes with what was saved, by which method and of how many days", async () => {
    const lastDay = DateTime.now().setZone("Europe/Vienna").startOf("day").minus({ days: 2 });
    holdClock(lastDay.plus({ days: 1, hours: 10 }).toJSDate());
    await tables.update(devices).set({ priceZone: "AT" });
    const unmeasured = { ...shifted, coverage: 0.5 };
    await addSavingsDays(tables, api.organization, lastDay, [shifted, unmeasured]);
    const query = { from: lastDay.minus({ days: 1 }).toJSDate().toISOString(), resolution: "1DAY" };
    const to = lastDay.plus({ hours: 12 }).toJSDate().toISOString();
    const response = await call("getHeatPumpSavings", {
      params: params(),
      query: { ...query, to },
    });
    const { data, metadata } = await response.json();
    expect(metadata).toMatchObject({
      units: { savings: "EUR", standard_error: "EUR", percentage: "%" },
      savings: {
        method: "own_profile_without_optimization",
        counted_days: 1,
        left_out_days: { unknown: 0, unmeasured: 1, unpriced: 0, unreferenced: 0 },
      },
    });
    const nothing = { total: null, percentage: null, standard_error: null, counted_days: 0 };
    expect(data.map(({ savings }: { savings: object }) => savings)).toEqual([
      { total: 0.4, percentage: 18.18, standard_error: 0, counted_days: 1, reason: null },
      { ...nothing, reason: "unmeasured" },
    ]);
    const consumption = await call("getHeatPumpStatistics", {
      params: params(),
      query: { resolution: "1YEAR", keywords: "consumption" },
      token: await addPersonalToken(api.organization.staff, tables),
    });
    expect((await consumption.json()).data).toMatchObject([
      { savings: { ...nothing, reason: null } },
    ]);
  });

  it.each([
    [
      "HomeBattery",
      "home_battery",
      "batteryPowerW",
      { home_battery: { charged_wh: 12_000, discharged_wh: 7000 }, heat_pump: null },
    ],
    [
      "SmartMeter",
      "smart_meter",
      "gridPowerW",
      { smart_meter: { grid_import_wh: 12_000, grid_export_wh: 7000 } },
    ],
  ] as const)("of a %s is told both ways", async (name, kind, measure, expected) => {
    const deviceId = await addDevice(kind, api.organization, tables);
    await tables.insert(dailyReadings).values({
      organizationId: api.organization.id,
      deviceId,
      day: "2026-02-01",
      hours: 10,
      powerW: 1200,
      [measure]: -500,
    });
    holdClock(new Date("2026-02-01T12:00:00Z"));
    const response = await call(`get${name}Statistics`, {
      params: { ...ofEndUser(), [`${kind}_id`]: deviceId },
      token: await addPersonalToken(api.organization.staff, tables),
    });
    holdClock();
    expect((await response.json()).data).toMatchObject([
      { consumption: { total: 12_000 }, ...expected },
    ]);
  });

  it("is not asked for backwards", async () => {
    const query = { from: "2026-02-01T00:00:00Z", to: "2026-01-01T00:00:00Z" };
    const response = await call("getHeatPumpSavings", { params: params(), query });
    expect((await response.json()).errors).toMatchObject([{ pointer: "#/to" }]);
  });
});

describe("charging sessions", () => {
  it("are worked out from what a vehicle reports", async () => {
    const deviceId = await addVehicle(api.organization, tables, {
      isPluggedIn: false,
      minimumChargeLimit: 80,
    });
    const start = new Date(Date.now() - 2 * 3_600_000);
    const report = (minutes: number, state: object) =>
      recordReadings(systemActor(api.organization.id, "test"), {
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
    const day = toCalendarDay(new Date(start.getTime() + 300_000), "Europe/Vienna");
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
