import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { recordReadings } from "@/lib/devices/telemetry/record-readings";
import { callingOrganization } from "@/testing/calling-organization";
import { addDevice } from "@/testing/records/devices";

const api = callingOrganization();

const present = new Date("2026-03-10T12:00:00Z");

/** A heat pump that took 1000 and 2000 W in a quarter-hour, and 600 W two days later. */
async function measuredHeatPump() {
  holdClock(present);
  await api.tables.execute(
    sql`select make_reading_partitions(${present.toISOString()}::timestamptz)`,
  );
  const report = (measuredAt: string, watts: number, indoor?: number) => ({
    deviceId: api.organization.deviceId,
    measuredAt: new Date(measuredAt),
    state: {
      kind: "heat_pump" as const,
      currentPowerConsumptionW: watts,
      indoorActualTemperature: indoor,
    },
  });
  await recordReadings(systemActor(api.organization.id, "test"), {
    reports: [
      report("2026-03-07T23:05:00Z", 1000, 20.5),
      report("2026-03-07T23:10:00Z", 2000),
      report("2026-03-10T00:20:00Z", 600),
    ],
  });
}

function read(query: Record<string, string>, headers: Record<string, string> = {}) {
  const params = { ...api.ofEndUser(), heat_pump_id: api.organization.deviceId };
  return api.call("getHeatPumpData", { params, query, headers });
}

const from_datetime = "2026-03-07T23:00:00Z";

it("averages what was measured by quarter-hours, and leaves out those without readings", async () => {
  await measuredHeatPump();
  const response = await read({ resolution: "15MIN", from_datetime });
  const { metadata, data } = await response.json();
  expect(metadata).toMatchObject({
    query: { resolution: "15MIN", from_datetime: "2026-03-07T23:00:00.000Z" },
    units: { current_power_consumption_w: "W", indoor_actual_temperature: "°C" },
    error: null,
  });
  const quarter = (start_period: string, end_period: string) => ({ start_period, end_period });
  expect(data).toEqual([
    {
      resolution: "15MIN",
      period: quarter("2026-03-07T23:00:00.000Z", "2026-03-07T23:15:00.000Z"),
      heat_pump: {
        current_power_consumption_w: 1500,
        indoor_actual_temperature: 20.5,
        dhw_temperature: null,
        outdoor_temperature: null,
      },
      ...{ electric_vehicle: null, inverter: null, wallbox: null },
      ...{ home_battery: null, smart_meter: null },
    },
    expect.objectContaining({
      period: quarter("2026-03-10T00:15:00.000Z", "2026-03-10T00:30:00.000Z"),
    }),
  ]);
});

it.each([
  ["1HOUR", 2],
  ["1DAY", 2],
  ["1WEEK", 2],
  ["1MONTH", 1],
])("averages by periods of %s", async (resolution, count) => {
  await measuredHeatPump();
  const response = await read({
    resolution,
    from_datetime,
    keywords: "current_power_consumption_w",
  });
  const { data } = await response.json();
  expect(data).toHaveLength(count);
  // The readings of one hour count once, however many they are.
  expect(data[0].heat_pump).toEqual({
    current_power_consumption_w: resolution === "1MONTH" ? 1050 : 1500,
  });
});

it("lists days of the organization's time zone without readings only with fill-missing", async () => {
  await measuredHeatPump();
  const query = { from_datetime, keywords: "current_power_consumption_w" };
  const powers = async (headers: Record<string, string>) => {
    const { data } = await (await read(query, headers)).json();
    return data.map((period: { heat_pump: Record<string, number | null> }) => [
      ...Object.values(period.heat_pump),
    ]);
  };
  expect(await powers({ "fill-missing": "true" })).toEqual([[1500], [null], [600]]);
  expect(await powers({})).toEqual([[1500], [600]]);
  expect(await powers({ "fill-missing": "false" })).toEqual([[1500], [600]]);
});

it.each([
  ["a time that ends before it begins", { to_datetime: "2026-01-01T00:00:00Z" }, "to_datetime"],
  [
    "more quarter-hours than come at once",
    { to_datetime: "2026-04-08T00:00:00Z", resolution: "15MIN" },
    "from_datetime",
  ],
  ["what the kind does not measure", { keywords: "charge_rate_w" }, "keywords"],
  ["another resolution", { resolution: "5MIN" }, "resolution"],
])("refuses %s", async (_, query, field) => {
  const response = await read({ from_datetime, ...query } as Record<string, string>);
  expect(response.status).toBe(422);
  expect((await response.json()).errors).toMatchObject([{ pointer: `#/${field}` }]);
});

it.each([
  ["Inverter", "inverter_id", "solar_inverter", "current_solar_production_w"],
  ["Wallbox", "wallbox_id", "wallbox", "charge_power_w"],
  ["HomeBattery", "home_battery_id", "home_battery", "battery_charge_level_percent"],
  ["SmartMeter", "smart_meter_id", "smart_meter", "current_power_to_grid_w"],
] as const)("knows what a device of kind %s measures", async (name, parameter, kind, keyword) => {
  const deviceId = await addDevice(kind, api.organization, api.tables);
  const response = await api.call(`get${name}Data`, {
    params: { ...api.ofEndUser(), [parameter]: deviceId },
    query: { from_datetime, keywords: keyword },
    headers: { "fill-missing": "true" },
  });
  const [period] = (await response.json()).data;
  expect(period[parameter.slice(0, -3)]).toEqual({ [keyword]: null });
});
