import { eq, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { dailyReadings, dayAheadPrices, devices } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addDevice } from "@/testing/records/devices";
import { addSavingsDays, type SavingsDay, shifted } from "@/testing/records/savings";
import { recordReadings } from "../telemetry/record-readings";
import { readFleetSavings, updateFleetSavings } from "./fleet-savings";
import { readDeviceSavings } from "./read-savings";
import { readRecentDeviceSavings, readRecentSavingsOfOwner } from "./recent-savings";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

const zone = "Europe/Vienna";
/** The last day that is over. */
const lastDay = DateTime.now().setZone(zone).startOf("day").minus({ days: 2 });
const daysAgo = (days: number) => lastDay.minus({ days });
let organization: TestOrganization;

beforeEach(async () => {
  organization = await createOrganization(tables);
  holdClock(lastDay.plus({ days: 1, hours: 10 }).toJSDate());
  await setDevice({ priceZone: "AT" });
});

const setDevice = (fields: Partial<typeof devices.$inferInsert>) =>
  tables.update(devices).set(fields).where(eq(devices.id, organization.deviceId));

const addDays = (...others: SavingsDay[]) => addSavingsDays(tables, organization, lastDay, others);

async function read(from: DateTime = daysAgo(60), id = organization.deviceId) {
  const spans = [{ start: from.toJSDate(), end: lastDay.plus({ days: 30 }).toJSDate() }];
  const [savings] = await readDeviceSavings(actorOf(organization.staff), { id, spans });
  return savings;
}

describe("what a device saved", () => {
  it("is the example in docs/savings.md", async () => {
    await addDays(shifted);
    expect(await read()).toEqual({
      total: expect.closeTo(0.4, 6),
      percentage: expect.closeTo(18.18, 2),
      standardError: expect.closeTo(0, 6),
      countedDays: 1,
      leftOut: { unknown: 0, unmeasured: 0, unpriced: 0, unreferenced: 0 },
      reason: null,
    });
  });

  it("counts the days that it could not be computed of, by their reasons", async () => {
    await addDays(
      shifted,
      { ...shifted, isOptimized: null },
      { ...shifted, coverage: 0.8 },
      shifted,
      shifted,
    );
    const noon = daysAgo(1).plus({ hours: 12 }).toJSDate();
    await tables.delete(dayAheadPrices).where(eq(dayAheadPrices.startsAt, noon));
    expect(await read()).toMatchObject({
      total: expect.closeTo(0.8, 6),
      countedDays: 2,
      leftOut: { unknown: 1, unmeasured: 1, unpriced: 1, unreferenced: 0 },
    });
  });

  it("is told of each span by its own days", async () => {
    await addDays(shifted, shifted, shifted);
    const [early, late] = await readDeviceSavings(actorOf(organization.staff), {
      id: organization.deviceId,
      spans: [
        { start: daysAgo(20).toJSDate(), end: daysAgo(1).toJSDate() },
        { start: daysAgo(1).toJSDate(), end: lastDay.plus({ days: 1 }).toJSDate() },
      ],
    });
    expect([early?.countedDays, late?.countedDays]).toEqual([1, 2]);
  });

  it("leaves out the day that is not over", async () => {
    await addDays(shifted);
    holdClock(lastDay.plus({ hours: 23, minutes: 59 }).toJSDate());
    expect(await read()).toMatchObject({ total: null, countedDays: 0, reason: "notOptimized" });
  });

  it("does not take made-up prices for those of a market", async () => {
    await addDays(shifted);
    await tables.update(dayAheadPrices).set({ feed: "simulated" });
    expect(await read()).toMatchObject({ total: null, reason: "unpriced" });
  });
});

describe("what a customer's devices saved lately", () => {
  const readOwner = () =>
    readRecentSavingsOfOwner(actorOf(organization.staff), { userId: organization.endUser.id });

  it("is the sum of those that could", async () => {
    await addDays(shifted, shifted);
    await addDevice("solar_inverter", organization, tables);
    const alone = await readRecentDeviceSavings(actorOf(organization.staff), {
      id: organization.deviceId,
    });
    expect(alone).toMatchObject({ days: 30, currency: "EUR", sum: { countedDays: 2 } });
    expect(alone.sum.total).toBeCloseTo(0.8, 6);
    expect(await readOwner()).toMatchObject({ ...alone, devices: 1, lookedAt: 1 });
  });

  it("names how many devices have no price zone", async () => {
    await addDays(shifted);
    await addDevice("wallbox", organization, tables);
    expect(await readOwner()).toMatchObject({ devices: 2, lookedAt: 1, sum: { countedDays: 1 } });
  });

  it("is not known of days before the last thirty", async () => {
    await addDays(shifted);
    holdClock(lastDay.plus({ days: 31, hours: 1 }).toJSDate());
    expect((await readOwner()).sum).toMatchObject({ total: null, reason: "notOptimized" });
  });
});

describe("what a fleet saved lately", () => {
  const keep = () => updateFleetSavings(systemActor(organization.id, "test"));
  const readFleet = () => readFleetSavings(actorOf(organization.staff), {});
  beforeEach(() => setDevice({ isSmartOptimizationActive: true }));

  it("is kept until it is computed the next day", async () => {
    expect(await readFleet()).toBeUndefined();
    await addDays(shifted, shifted, { ...shifted, coverage: 0.5 });
    await keep();
    const first = await readFleet();
    expect(first).toMatchObject({ devices: 1, lookedAt: 1, days: 30, currency: "EUR" });
    expect(first?.sum).toEqual({
      total: expect.closeTo(0.8, 6),
      percentage: expect.closeTo(18.18, 2),
      standardError: expect.closeTo(0, 6),
      countedDays: 2,
      leftOut: { unknown: 0, unmeasured: 1, unpriced: 0, unreferenced: 0 },
      reason: null,
    });
    holdClock(lastDay.plus({ days: 40 }).toJSDate());
    expect(await readFleet()).toEqual(first);
    await keep();
    expect((await readFleet())?.sum).toMatchObject({ total: null, reason: "notOptimized" });
  });

  it("is of devices that are optimised, and says how many have no price zone", async () => {
    await addDays(shifted);
    const other = await addDevice("wallbox", organization, tables);
    await addDevice("heat_pump", organization, tables);
    await tables
      .update(devices)
      .set({ isSmartOptimizationActive: true })
      .where(eq(devices.id, other));
    await keep();
    expect(await readFleet()).toMatchObject({ devices: 2, lookedAt: 1 });
    await setDevice({ priceZone: null });
    await keep();
    expect(await readFleet()).toMatchObject({
      lookedAt: 0,
      sum: { total: null, reason: "priceZone" },
    });
  });
});

describe("savings are not known", () => {
  it("of a device without a price zone", async () => {
    await setDevice({ priceZone: null });
    expect(await read()).toMatchObject({ total: null, reason: "priceZone" });
  });

  it.each(["solar_inverter", "home_battery", "smart_meter"] as const)("of a %s", async (kind) => {
    const id = await addDevice(kind, organization, tables);
    expect(await read(daysAgo(60), id)).toMatchObject({ total: null, reason: "kind" });
  });

  it("of days longer ago than they are computed of", async () => {
    await addDays(shifted);
    expect(await read(daysAgo(401))).toMatchObject({ total: null, reason: "tooLongAgo" });
  });
});

describe("whether a day was optimised", () => {
  /** A reading at an hour of the last day, received at another hour where that is named. */
  async function report(hour: number, told = hour) {
    holdClock(lastDay.plus({ hours: told }).toJSDate());
    const measuredAt = lastDay.plus({ hours: hour }).toJSDate();
    const state = { kind: "heat_pump" as const, currentPowerConsumptionW: 1000 };
    await recordReadings(systemActor(organization.id, "test"), {
      reports: [{ deviceId: organization.deviceId, measuredAt, state }],
    });
  }
  async function recorded() {
    const [day] = await tables
      .select()
      .from(dailyReadings)
      .where(eq(dailyReadings.deviceId, organization.deviceId));
    return day?.isOptimized;
  }
  beforeEach(async () => {
    await tables.execute(sql`select make_reading_partitions(${lastDay.toISO()}::timestamptz)`);
    await setDevice({ isSmartOptimizationActive: true, pausePowerUntil: null });
  });

  it("is recorded with its readings", async () => {
    for (const hour of [8, 9, 10]) await report(hour);
    expect(await recorded()).toBe(true);
  });

  it("is no while optimisation is off or paused", async () => {
    await setDevice({ pausePowerUntil: lastDay.plus({ hours: 9.5 }).toJSDate() });
    for (const hour of [8, 9]) await report(hour);
    expect(await recorded()).toBe(false);
    await setDevice({ isSmartOptimizationActive: false });
    await report(10);
    expect(await recorded()).toBe(false);
  });

  it("is unknown when that changed in the course of it, even within an hour", async () => {
    await report(8);
    await setDevice({ isSmartOptimizationActive: false });
    await report(8.5);
    await setDevice({ isSmartOptimizationActive: true });
    await report(8.75);
    expect(await recorded()).toBeNull();
  });

  it("is unknown of readings that came long after they were measured", async () => {
    await report(8, 12);
    await report(9, 12.5);
    expect(await recorded()).toBeNull();
  });
});
