import { asc, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { DateTime } from "luxon";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  chargingSessions,
  dailyReadings,
  devices,
  electricVehicles,
  hourlyReadings,
  organizations,
} from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addDevice, addHeatPump, addVehicle } from "@/testing/records/devices";
import type { DeviceState } from "./device-reports";
import { readDeviceEnergy } from "./read-energy";
import { recordReadings } from "./record-readings";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
  await inZone("Europe/Vienna");
});

const inZone = (timeZone: string) =>
  tables.update(organizations).set({ timeZone }).where(eq(organizations.id, organization.id));

/** One reading: seconds from the beginning, and the power; without one it names its temperature alone. */
type Reading = { second: number; power: number | undefined };

const heat = (power: number | undefined): DeviceState => ({
  kind: "heat_pump",
  ...(power === undefined ? { dhwTemperature: 45 } : { currentPowerConsumptionW: power }),
});

async function record(deviceId: string, start: Date, readings: Reading[]) {
  const reports = readings.map(({ second, power }) => ({
    deviceId,
    measuredAt: new Date(start.getTime() + second * 1000),
    state: heat(power),
  }));
  return recordReadings(systemActor(organization.id, "test"), { reports });
}

const hoursOf = (deviceId: string) =>
  tables
    .select()
    .from(hourlyReadings)
    .where(eq(hourlyReadings.deviceId, deviceId))
    .orderBy(asc(hourlyReadings.hour));

const daysOf = (deviceId: string) =>
  tables
    .select()
    .from(dailyReadings)
    .where(eq(dailyReadings.deviceId, deviceId))
    .orderBy(asc(dailyReadings.day));

/** Stops the clock at a time for which the database has room, whenever the test runs. */
async function holdAt(moment: DateTime): Promise<Date> {
  holdClock(moment.toJSDate());
  await tables.execute(sql`select make_reading_partitions(${moment.toISO()}::timestamptz)`);
  return moment.toJSDate();
}

/** Last year's first day with that number of hours. */
function findDay(timeZone: string, hours: number): DateTime {
  let day = DateTime.now().setZone(timeZone).startOf("year").minus({ years: 1 });
  const lengthOf = (one: DateTime) =>
    one.plus({ days: 1 }).startOf("day").diff(one.startOf("day")).as("hours");
  while (lengthOf(day) !== hours) day = day.plus({ days: 1 }).startOf("day");
  return day;
}

/** An evening of an ordinary day, and a morning before it. */
const evening = DateTime.utc().startOf("day").minus({ days: 2 }).set({ hour: 20 });
const morning = evening.set({ hour: 9 }).toJSDate();

const minutes = (count: number) => count * 60;

describe("the energy of an hour", () => {
  beforeEach(() => holdAt(evening));

  it("weights irregular readings by the time until the next one", async () => {
    await record(organization.deviceId, morning, [
      { second: 0, power: 6000 },
      { second: minutes(1), power: 0 },
      { second: minutes(2), power: 0 },
      { second: minutes(59), power: 3000 },
      { second: minutes(60), power: 0 },
    ]);
    expect((await hoursOf(organization.deviceId))[0]).toMatchObject({
      energyWh: expect.closeTo(150, 3),
      coveredSeconds: 3600,
      activeSeconds: 120,
    });
  });

  it("is what a meter saw taken and what it saw given, each for the time it held", async () => {
    const meter = await addDevice("smart_meter", organization, tables);
    const flows = [
      { minute: 0, currentPowerToGridW: 3000 },
      { minute: 10, currentPowerToGridW: -600 },
      { minute: 60, currentPowerToGridW: 0 },
    ];
    const reports = flows.map(({ minute, ...state }) => ({
      deviceId: meter,
      measuredAt: new Date(morning.getTime() + minute * 60_000),
      state: { kind: "smart_meter" as const, ...state },
    }));
    await recordReadings(systemActor(organization.id, "test"), { reports });
    const energies = { energyWh: expect.closeTo(500, 3), givenEnergyWh: expect.closeTo(500, 3) };
    expect((await hoursOf(meter))[0]).toMatchObject(energies);
    expect((await daysOf(meter))[0]).toMatchObject(energies);
    const [day] = await readDeviceEnergy(actorOf(organization.staff), {
      id: meter,
      periods: ["day"],
      from: morning,
      until: morning,
    });
    expect(day).toMatchObject({ wattHours: 500, givenWattHours: 500 });
  });

  it("is split between two hours where a reading holds across their boundary", async () => {
    await record(organization.deviceId, morning, [
      { second: minutes(45), power: 2000 },
      { second: minutes(75), power: 0 },
    ]);
    expect(await hoursOf(organization.deviceId)).toMatchObject([
      { energyWh: expect.closeTo(500, 3), coveredSeconds: 900 },
      { energyWh: expect.closeTo(500, 3), coveredSeconds: 900 },
    ]);
  });

  it("covers only the first hour of a longer gap, and the rest is not zero but unknown", async () => {
    await record(organization.deviceId, morning, [{ second: minutes(30), power: 1000 }]);
    expect(await hoursOf(organization.deviceId)).toMatchObject([
      { energyWh: null, coveredSeconds: 0 },
    ]);
    await record(organization.deviceId, morning, [{ second: minutes(330), power: 1000 }]);
    expect(await hoursOf(organization.deviceId)).toMatchObject([
      { energyWh: expect.closeTo(500, 3), coveredSeconds: 1800, readings: 1 },
      { energyWh: expect.closeTo(500, 3), coveredSeconds: 1800, readings: 0, powerW: null },
      { energyWh: null, coveredSeconds: 0, readings: 1 },
    ]);
  });

  it("goes on with the power where a reading names others of its values alone", async () => {
    await record(organization.deviceId, morning, [
      { second: 0, power: 1200 },
      { second: minutes(10), power: undefined },
      { second: minutes(30), power: undefined },
    ]);
    expect((await hoursOf(organization.deviceId))[0]).toMatchObject({
      energyWh: expect.closeTo(600, 3),
      coveredSeconds: 1800,
    });
  });
});

describe("the energy of a day", () => {
  it.each([
    ["Europe/Vienna", 25],
    ["Europe/Vienna", 23],
    ["Europe/Vienna", 24],
    ["Asia/Kolkata", 24],
    ["Australia/Lord_Howe", 24.5],
    ["Australia/Lord_Howe", 23.5],
  ])("in %s is that of its %d hours", async (timeZone, hours) => {
    await inZone(timeZone);
    const midnight = findDay(timeZone, hours);
    const day = midnight.toISODate();
    await holdAt(midnight.plus({ days: 2 }));
    const readings = Array.from({ length: 60 }, (_, index) => ({
      second: minutes(30 * index - 125),
      power: 1000,
    }));
    await record(organization.deviceId, midnight.toJSDate(), readings);
    const row = (await daysOf(organization.deviceId)).find((one) => one.day === day);
    expect(row).toMatchObject({
      energyWh: expect.closeTo(hours * 1000, 3),
      coveredSeconds: hours * 3600,
    });
  });
});

describe("the same readings", () => {
  const reading = fc.record({
    second: fc.integer({ min: 0, max: 40 * 3600 }),
    power: fc.option(fc.integer({ min: 0, max: 9000 }), { nil: undefined }),
  });
  const history = fc
    .uniqueArray(reading, { minLength: 1, maxLength: 30, selector: ({ second }) => second })
    .chain((readings) =>
      fc.record({
        readings: fc.constant(readings),
        shuffled: fc.shuffledSubarray(readings, {
          minLength: readings.length,
          maxLength: readings.length,
        }),
        sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 }),
        repeated: fc.shuffledSubarray(readings),
      }),
    );

  function batchesOf(readings: Reading[], sizes: number[]): Reading[][] {
    const batches: Reading[][] = [];
    for (let from = 0; from < readings.length; ) {
      const size = sizes[batches.length % sizes.length] ?? 1;
      batches.push(readings.slice(from, from + size));
      from += size;
    }
    return batches;
  }

  const countedOf = async (deviceId: string) => {
    const rows = [...(await hoursOf(deviceId)), ...(await daysOf(deviceId))];
    return rows.map(({ deviceId: _, powerW, energyWh, ...row }) => ({
      ...row,
      powerW: powerW === null ? null : expect.closeTo(powerW, 2),
      energyWh: energyWh === null ? null : expect.closeTo(energyWh, 6),
    }));
  };

  /** What the definition says, written a second time: second by second. */
  function energyOf(readings: Reading[]): number {
    const sorted = readings.toSorted((one, other) => one.second - other.second);
    const latest = sorted.at(-1)?.second ?? 0;
    const powers = sorted.filter(({ power }) => power !== undefined);
    return powers.reduce((sum, { second, power = 0 }, index) => {
      const ends = Math.min(powers[index + 1]?.second ?? latest, second + 3600);
      return sum + (power * (ends - second)) / 3600;
    }, 0);
  }

  // The night in which clocks are put back lies within.
  const start = findDay("Europe/Vienna", 25).minus({ hours: 7 });

  it("come to the same hours and days in any order and any batches, and when repeated", async () => {
    await holdAt(start.plus({ days: 3 }));
    await fc.assert(
      fc.asyncProperty(history, async ({ readings, shuffled, sizes, repeated }) => {
        const atOnce = await addHeatPump(organization, tables);
        const piecemeal = await addHeatPump(organization, tables);
        await record(atOnce, start.toJSDate(), readings);
        for (const batch of batchesOf(shuffled, sizes))
          await record(piecemeal, start.toJSDate(), batch);
        await record(piecemeal, start.toJSDate(), repeated);
        const hours = await hoursOf(piecemeal);
        expect(
          [...hours, ...(await daysOf(piecemeal))].map(({ deviceId: _, ...row }) => row),
        ).toEqual(await countedOf(atOnce));
        const total = hours.reduce((sum, { energyWh }) => sum + (energyWh ?? 0), 0);
        expect(total).toBeCloseTo(energyOf(readings), 3);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe("a charging session", () => {
  const start = new Date(morning.getTime() + 20 * 60_000);
  const vehicleState = (state: object): DeviceState => ({ kind: "electric_vehicle", ...state });
  const journey = [
    [0, { isPluggedIn: false, batteryLevel: 40 }],
    [5, { isPluggedIn: true, isCharging: false, batteryLevel: 40 }],
    [10, { isCharging: true, chargeRateW: 11_000 }],
    [55, { chargeRateW: 6000, batteryLevel: 48 }],
    [145, { chargeRateW: 6000, batteryLevel: 55 }],
    [150, { isCharging: false }],
    [160, { isPluggedIn: false, batteryLevel: 60 }],
    [200, { isPluggedIn: true, batteryLevel: 58 }],
    [210, { isCharging: true, chargeRateW: 3000 }],
    [240, { isCharging: true, chargeRateW: 3000 }],
  ] as const;

  const drive = async (deviceId: string, batches: number[][]) => {
    for (const batch of batches)
      await recordReadings(systemActor(organization.id, "test"), {
        reports: batch.flatMap((index) => {
          const [minute, state] = journey[index] ?? [];
          return minute === undefined || !state
            ? []
            : [
                {
                  deviceId,
                  measuredAt: new Date(start.getTime() + minute * 60_000),
                  state: vehicleState(state),
                },
              ];
        }),
      });
  };

  const sessionsOf = async (deviceId: string) => {
    const rows = await tables
      .select()
      .from(chargingSessions)
      .where(eq(chargingSessions.deviceId, deviceId))
      .orderBy(asc(chargingSessions.pluggedInAt));
    return rows.map(({ id: _, deviceId: __, ...row }) => row);
  };

  it.each([
    ["at once", [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]]],
    ["at once in any order", [[3, 9, 0, 7, 5, 1, 8, 2, 6, 4]]],
    ["one by one", journey.map((_, index) => [index])],
    ["with late ones between", [[0, 1], [2, 5, 6], [3], [7, 9], [8, 4]]],
  ])("is the same when its reports come %s", async (_, batches) => {
    await holdAt(evening);
    const vehicle = await addVehicle(organization, tables, { isPluggedIn: false });
    await tables
      .update(devices)
      .set({ currentStateLastUpdatedAt: null })
      .where(eq(devices.id, vehicle));
    await drive(vehicle, batches);
    const at = (minute: number) => new Date(start.getTime() + minute * 60_000);
    expect(await sessionsOf(vehicle)).toMatchObject([
      {
        pluggedInAt: at(5),
        unpluggedAt: at(160),
        // 45 minutes with 11 kW, one hour of the 90 minutes with 6 kW, and five minutes more.
        energyWh: expect.closeTo(8250 + 6000 + 500, 0),
        chargingSeconds: minutes(45 + 60 + 5),
        highestPowerW: 11_000,
        initialLevel: 40,
        finalLevel: 60,
      },
      {
        pluggedInAt: at(200),
        unpluggedAt: null,
        energyWh: expect.closeTo(1500, 1),
        chargingSeconds: minutes(30),
        initialLevel: 58,
      },
    ]);
    const total = (await hoursOf(vehicle)).reduce((sum, { energyWh }) => sum + (energyWh ?? 0), 0);
    expect(total).toBeCloseTo(8250 + 6000 + 500 + 1500, 1);
    const [state] = await tables
      .select()
      .from(electricVehicles)
      .where(eq(electricVehicles.deviceId, vehicle));
    expect(state).toMatchObject({ isPluggedIn: true, isCharging: true, batteryLevel: 58 });
  });
});

it("counts the sums of a device again when a reading comes late", async () => {
  const noon = await holdAt(evening.set({ hour: 12 }));
  const before = (hours: number) => -minutes(60 * hours);
  await record(organization.deviceId, noon, [
    { second: before(3), power: 1000 },
    { second: before(2.5), power: 1000 },
    { second: -60, power: 1000 },
  ]);
  const sums = async () => {
    const [row] = await tables.select().from(devices).where(eq(devices.id, organization.deviceId));
    return row;
  };
  expect(await sums()).toMatchObject({
    consumptionLastDayKwh: expect.closeTo(1.5, 5),
    consumptionLastDayCoverage: expect.closeTo(1.5 / 24, 5),
  });
  await record(organization.deviceId, noon, [{ second: before(1.5), power: 3000 }]);
  expect(await sums()).toMatchObject({
    consumptionLastDayKwh: expect.closeTo(4.5, 5),
    consumptionLastDayCoverage: expect.closeTo(2.5 / 24, 5),
  });
});
