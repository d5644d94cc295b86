import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  chargingSessions,
  connectionChanges,
  dailyReadings,
  deviceReadings,
  devices,
  electricVehicles,
  fleetHours,
  fleetPower,
  heatPumps,
  homeBatteries,
  hourlyReadings,
  organizations,
  smartMeters,
} from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { eraseEndUser } from "@/lib/support/personal-data/erase-end-user";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addDevice, addVehicle } from "@/testing/records/devices";
import { setBoost } from "../devices/set-boost";
import type { DeviceState } from "./device-reports";
import { listConnectionChanges, listReadings } from "./list-readings";
import { readDeviceCharts } from "./read-charts";
import { readDeviceEnergy } from "./read-energy";
import { recordConnections } from "./record-connections";
import { recordReadings } from "./record-readings";
import { maintainReadingPartitions, recordFleetHour } from "./telemetry-maintenance";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
  await tables
    .update(organizations)
    .set({ timeZone: "Europe/Vienna" })
    .where(eq(organizations.id, organization.id));
  await tables
    .update(devices)
    .set({ currentStateLastUpdatedAt: null })
    .where(eq(devices.id, organization.deviceId));
});

const system = () => systemActor(organization.id, "test");
const agent = () => actorOf(organization.staff);

/** Noon of the present day in Vienna's winter, so that the hours before belong to the same day. */
function holdNoon(): Date {
  const noon = new Date();
  noon.setUTCHours(11, 0, 0, 0);
  holdClock(noon);
  return noon;
}

const heat = (power: number, more: object = {}): DeviceState => ({
  kind: "heat_pump",
  currentPowerConsumptionW: power,
  ...more,
});

const report = (minutesAgo: number, noon: Date, state: DeviceState, deviceId?: string) => ({
  deviceId: deviceId ?? organization.deviceId,
  measuredAt: new Date(noon.getTime() - minutesAgo * 60_000),
  state,
});

const record = (...reports: ReturnType<typeof report>[]) => recordReadings(system(), { reports });

const deviceRow = async (id = organization.deviceId) => {
  const [row] = await tables.select().from(devices).where(eq(devices.id, id));
  if (!row) throw new Error("No device.");
  return row;
};

describe("a report", () => {
  it("of a home battery is its state, what it took and the flow", async () => {
    const noon = holdNoon();
    const id = await addDevice("home_battery", organization, tables, { minBatteryCharge: 20 });
    const flow = (batteryChargeDischargePowerW: number): DeviceState => ({
      kind: "home_battery",
      batteryChargeDischargePowerW,
      batteryChargeLevelPercent: 64,
      batteryCapacityKwh: 10,
    });
    await record(
      report(125, noon, flow(600), id),
      report(65, noon, flow(-1800), id),
      report(5, noon, flow(-1800), id),
    );
    const [battery] = await tables
      .select()
      .from(homeBatteries)
      .where(eq(homeBatteries.deviceId, id));
    expect(battery).toMatchObject({
      batteryChargeDischargePowerW: -1800,
      batteryChargeLevelPercent: 64,
      batteryCapacityKwh: 10,
      minBatteryCharge: 20,
    });
    const { rows } = await listReadings(agent(), { id });
    expect(rows).toMatchObject([
      { powerW: 1800, batteryPowerW: -1800, batteryLevelPercent: 64 },
      { powerW: 1800, batteryPowerW: -1800 },
      { powerW: 0, batteryPowerW: 600 },
    ]);
    expect(await deviceRow(id)).toMatchObject({ currentPowerW: 1800, consumptionLastDayKwh: 1.8 });
    expect(await readDeviceEnergy(agent(), { id, periods: ["day"] })).toMatchObject([
      { wattHours: 1800, givenWattHours: 600 },
    ]);
  });

  it("of a smart meter is kept with its registers, and counts for no device's consumption", async () => {
    const noon = holdNoon();
    const id = await addDevice("smart_meter", organization, tables);
    const measured = (currentPowerToGridW: number, importedEnergyKwh: number): DeviceState => ({
      kind: "smart_meter",
      currentPowerToGridW,
      importedEnergyKwh,
      exportedEnergyKwh: 812.25,
    });
    await record(
      report(125, noon, measured(-700, 10_482), id),
      report(65, noon, measured(2400, 10_482.5), id),
      report(5, noon, measured(2400, 10_482.5), id),
    );
    const [meter] = await tables.select().from(smartMeters).where(eq(smartMeters.deviceId, id));
    expect(meter).toMatchObject({
      currentPowerToGridW: 2400,
      importedEnergyKwh: 10_482.5,
      exportedEnergyKwh: 812.25,
    });
    expect(await deviceRow(id)).toMatchObject({ currentPowerW: null, consumptionLastDayKwh: 0.7 });
    expect(await readDeviceEnergy(agent(), { id, periods: ["day"] })).toMatchObject([
      { wattHours: 700, givenWattHours: 2400 },
    ]);
  });

  it("becomes a reading and the present state", async () => {
    const noon = holdNoon();
    const result = await record(
      report(5, noon, heat(900, { outdoorTemperature: -2.5, dhwTemperature: 47 })),
    );
    expect(result).toEqual({ recorded: 1, refused: 0 });
    const [pump] = await tables
      .select()
      .from(heatPumps)
      .where(eq(heatPumps.deviceId, organization.deviceId));
    expect(pump).toMatchObject({
      currentPowerConsumptionW: 900,
      outdoorTemperature: -2.5,
      dhwTemperature: 47,
    });
    const device = await deviceRow();
    expect(device).toMatchObject({ currentPowerW: 900, monitoringStatus: "ok", version: 1 });
    const { rows } = await listReadings(agent(), { id: organization.deviceId });
    expect(rows).toMatchObject([
      { powerW: 900, outdoorTemperature: -2.5, hotWaterTemperature: 47 },
    ]);
  });

  it("leaves as it was what it does not name", async () => {
    const noon = holdNoon();
    await record(report(10, noon, heat(900, { outdoorTemperature: 7 })));
    await record(report(5, noon, heat(1000)));
    const [pump] = await tables
      .select()
      .from(heatPumps)
      .where(eq(heatPumps.deviceId, organization.deviceId));
    expect(pump).toMatchObject({ currentPowerConsumptionW: 1000, outdoorTemperature: 7 });
  });

  it("changes nothing when it comes again", async () => {
    const noon = holdNoon();
    const reports = [report(20, noon, heat(900)), report(10, noon, heat(1100))];
    await record(...reports);
    const hours = () =>
      tables
        .select()
        .from(hourlyReadings)
        .where(eq(hourlyReadings.organizationId, organization.id));
    const before = await hours();
    expect(await record(...reports, ...reports)).toEqual({ recorded: 0, refused: 0 });
    expect(await hours()).toEqual(before);
  });

  it("that is older than the present state is history only", async () => {
    const noon = holdNoon();
    await record(report(5, noon, heat(900)));
    expect(await record(report(50, noon, heat(100)))).toEqual({ recorded: 1, refused: 0 });
    expect((await deviceRow()).currentPowerW).toBe(900);
  });

  it("is refused from the future, of long ago, of another kind and of others' devices", async () => {
    const noon = holdNoon();
    const stranger = await createOrganization(tables);
    const result = await record(
      report(-30, noon, heat(1)),
      report(60 * 24 * 40, noon, heat(2)),
      report(1, noon, { kind: "wallbox", isPluggedIn: true }),
      report(1, noon, heat(3), stranger.deviceId),
    );
    expect(result).toEqual({ recorded: 0, refused: 4 });
    expect(
      await tables
        .select()
        .from(deviceReadings)
        .where(eq(deviceReadings.deviceId, stranger.deviceId)),
    ).toEqual([]);
  });
});

describe("hours and days", () => {
  it("hold means, extremes and numbers of what was measured in them, late readings too", async () => {
    const noon = holdNoon();
    await record(report(50, noon, heat(1000)), report(40, noon, heat(2000)));
    await record(report(30, noon, heat(600)), report(70, noon, heat(400)));
    const hours = await tables
      .select()
      .from(hourlyReadings)
      .where(eq(hourlyReadings.deviceId, organization.deviceId))
      .orderBy(hourlyReadings.hour);
    expect(hours).toMatchObject([
      { readings: 1, powerW: 400 },
      { readings: 3, powerW: 1200, powerWLowest: 600, powerWHighest: 2000 },
    ]);
    const [day] = await tables
      .select()
      .from(dailyReadings)
      .where(eq(dailyReadings.deviceId, organization.deviceId));
    expect(day).toMatchObject({ hours: 2, powerW: 800, powerWLowest: 400, powerWHighest: 2000 });
  });

  it("end where the organization's day does", async () => {
    const late = new Date();
    late.setUTCDate(late.getUTCDate() - 3);
    late.setUTCHours(23, 30, 0, 0);
    holdClock(new Date(late.getTime() + 3_600_000));
    const early = new Date(late.getTime() - 2 * 3_600_000);
    await recordReadings(system(), {
      reports: [late, early].map((measuredAt) => ({
        deviceId: organization.deviceId,
        measuredAt,
        state: heat(500),
      })),
    });
    const days = await tables
      .select({ day: dailyReadings.day })
      .from(dailyReadings)
      .where(eq(dailyReadings.deviceId, organization.deviceId))
      .orderBy(dailyReadings.day);
    const isoDay = (moment: Date) => moment.toISOString().slice(0, 10);
    expect(days.map(({ day }) => day)).toEqual([
      isoDay(early),
      isoDay(new Date(late.getTime() + 86_400_000)),
    ]);
  });

  it("add up to the energy of a day, a week and a month", async () => {
    const noon = holdNoon();
    await record(...[1, 2, 3, 4].map((hour) => report(hour * 60 - 10, noon, heat(1500))));
    expect(await deviceRow()).toMatchObject({
      consumptionLastDayKwh: 4.5,
      consumptionLastWeekKwh: 4.5,
      consumptionLastMonthKwh: 4.5,
      consumptionLastDayCoverage: expect.closeTo(3 / 24, 5),
    });
  });
});

describe("charts", () => {
  it("show each quarter of an hour, gaps as gaps", async () => {
    const noon = holdNoon();
    await record(
      report(1, noon, heat(900)),
      report(4, noon, heat(1100)),
      report(65, noon, heat(50)),
    );
    const charts = await readDeviceCharts(agent(), { id: organization.deviceId, range: "day" });
    const power = charts.series.find(({ measure }) => measure === "powerW");
    const values = power?.points.map(({ value }) => value);
    expect(values).toHaveLength(96);
    expect(values?.filter((value) => value !== null)).toEqual([50, 1000]);
    expect(values?.at(-2)).toBe(1000);
  });

  it("show hours of a week and days of a month", async () => {
    const noon = holdNoon();
    await record(report(10, noon, heat(900)), report(26 * 60, noon, heat(300)));
    const power = async (range: "week" | "month") => {
      const { series } = await readDeviceCharts(agent(), { id: organization.deviceId, range });
      return series[0]?.points.map(({ value }) => value) ?? [];
    };
    const week = await power("week");
    expect(week).toHaveLength(168);
    expect(week.filter((value) => value !== null)).toEqual([300, 900]);
    const month = await power("month");
    expect(month).toHaveLength(31);
    expect(month.slice(-2)).toEqual([300, 900]);
  });

  it("show how the connection was", async () => {
    holdClock();
    await recordConnections(system(), {
      changes: [
        { deviceId: organization.deviceId, isConnected: false, reason: "Consent withdrawn" },
      ],
    });
    const { connection } = await readDeviceCharts(agent(), { id: organization.deviceId });
    expect(connection.map(({ state }) => state)).toEqual(["connected", "disconnected"]);
    expect(await listConnectionChanges(agent(), { id: organization.deviceId })).toMatchObject([
      { before: "connected", after: "disconnected", reason: "Consent withdrawn" },
      { before: null, after: "connected" },
    ]);
  });
});

describe("connections", () => {
  it("are lost and regained once, also when reported twice", async () => {
    const change = (isConnected: boolean) =>
      recordConnections(system(), { changes: [{ deviceId: organization.deviceId, isConnected }] });
    expect(await change(true)).toEqual({ changed: 0 });
    expect(await change(false)).toEqual({ changed: 1 });
    expect(await change(false)).toEqual({ changed: 0 });
    const lost = await deviceRow();
    expect(lost).toMatchObject({ connectionState: "disconnected", steeringStatus: "unknown" });
    expect(lost.disconnectedSince).toBeInstanceOf(Date);
    expect(await change(true)).toEqual({ changed: 1 });
    expect(await deviceRow()).toMatchObject({
      connectionState: "connected",
      disconnectedSince: null,
    });
  });
});

describe("the fleet", () => {
  it("takes and gives what its connected devices do, at any moment", async () => {
    const noon = holdNoon();
    const vehicle = await addVehicle(organization, tables);
    await record(
      report(3, noon, { kind: "electric_vehicle", chargeRateW: 7000, isCharging: true }, vehicle),
    );
    const truth = async () => {
      const [row] = await tables.execute<{ watts: string }>(sql`
        select coalesce(sum(current_power_w), 0) as watts from devices
        where organization_id = ${organization.id} and connection_state = 'connected' and deleted_at is null`);
      return Number(row?.watts);
    };
    const told = async () => (await recordFleetHour(system(), {})).consumptionW;
    expect(await told()).toBe(7000);
    const steps = [
      () => record(report(2, noon, heat(1500), organization.deviceId)),
      () => recordConnections(system(), { changes: [{ deviceId: vehicle, isConnected: false }] }),
      () => recordConnections(system(), { changes: [{ deviceId: vehicle, isConnected: true }] }),
      () => tables.update(devices).set({ deletedAt: noon }).where(eq(devices.id, vehicle)),
    ];
    for (const step of steps) {
      await step();
      expect(await told()).toBe(await truth());
    }
  });

  it("is written down by the hour, and its sums are folded", async () => {
    const noon = holdNoon();
    await tables.insert(fleetPower).values(
      Array.from({ length: 300 }, () => ({
        organizationId: organization.id,
        isProduction: true,
        watts: 10,
      })),
    );
    await recordFleetHour(system(), {});
    await recordFleetHour(system(), {});
    const hours = await tables
      .select()
      .from(fleetHours)
      .where(eq(fleetHours.organizationId, organization.id));
    expect(hours).toMatchObject([{ hour: noon, connected: 1, disconnected: 0, productionW: 3000 }]);
    expect(
      await tables.select().from(fleetPower).where(eq(fleetPower.organizationId, organization.id)),
    ).toMatchObject([{ watts: 3000 }]);
  });
});

it("runs a boost through what the vehicle reports", async () => {
  const noon = holdNoon();
  const vehicle = await addVehicle(organization, tables, {
    isPluggedIn: false,
    boostState: "unavailable",
  });
  await setBoost(agent(), { id: vehicle, isWanted: true });
  const state = async () => {
    const [row] = await tables
      .select({ state: electricVehicles.boostState, armed: electricVehicles.boostForNextSession })
      .from(electricVehicles)
      .where(and(eq(electricVehicles.deviceId, vehicle)));
    return row;
  };
  expect(await state()).toEqual({ state: "unavailable", armed: true });
  const say = (minutesAgo: number, more: object) =>
    record(report(minutesAgo, noon, { kind: "electric_vehicle", ...more }, vehicle));
  await say(4, { isPluggedIn: true, isCharging: false });
  expect(await state()).toEqual({ state: "requested", armed: false });
  await say(3, { isCharging: true, chargeRateW: 11_000 });
  expect(await state()).toEqual({ state: "ongoing", armed: false });
  await say(2, { isCharging: false, isFullyCharged: true, chargeRateW: 0 });
  expect(await state()).toEqual({ state: "unavailable", armed: false });
});

it("is erased with the person", async () => {
  await record(report(5, holdNoon(), heat(900)));
  holdClock();
  const { id: organizationId, deviceId } = organization;
  const at = new Date();
  await tables
    .insert(chargingSessions)
    .values({ organizationId, deviceId, pluggedInAt: at, reportedAt: at });
  await eraseEndUser(agent(), {
    id: organization.endUser.id,
    confirmation: organization.endUser.email,
  });
  for (const table of [
    deviceReadings,
    hourlyReadings,
    dailyReadings,
    connectionChanges,
    chargingSessions,
  ]) {
    expect(await tables.select().from(table).where(eq(table.deviceId, deviceId))).toEqual([]);
  }
});

it("makes months ahead and deletes those past their retention", async () => {
  expect(await maintainReadingPartitions(system(), {})).toEqual({ made: 0, dropped: 0 });
  await tables.execute(sql`
    create table device_readings_2020_01 partition of device_readings
    for values from ('2020-01-01Z') to ('2020-02-01Z')`);
  expect(await maintainReadingPartitions(system(), {})).toEqual({ made: 0, dropped: 1 });
});
