import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  connectionChanges,
  connectionSettings,
  devices,
  organizations,
  outgoingMails,
  reconnectionReminders,
} from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { createOrganization, ownerConnection, type TestOrganization } from "@/testing/organization";
import { addVehicle } from "@/testing/records/devices";
import { recordConnections } from "../telemetry/record-connections";
import { recordReadings } from "../telemetry/record-readings";
import { watchForSilence } from "../telemetry/watch-for-silence";
import { isQuietHour, remindOfReconnection } from "./remind-of-reconnection";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());
afterEach(() => holdClock());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
  await tables
    .update(organizations)
    .set({ timeZone: "UTC" })
    .where(eq(organizations.id, organization.id));
});

const system = () => systemActor(organization.id, "test");
const hour = 3_600_000;

/** Noon of today or tomorrow: the first that is some hours ahead at least. */
function holdNoonAfter(hours: number): Date {
  const noon = new Date(Date.now() + hours * hour);
  noon.setUTCHours(noon.getUTCHours() >= 12 ? 36 : 12, 0, 0, 0);
  holdClock(noon);
  return noon;
}

const lose = (deviceId = organization.deviceId) =>
  recordConnections(system(), { changes: [{ deviceId, isConnected: false, reason: "expired" }] });

const mails = () =>
  tables
    .select({ template: outgoingMails.template, recipient: outgoingMails.recipient })
    .from(outgoingMails)
    .where(eq(outgoingMails.organizationId, organization.id));

const remindersOf = (deviceId = organization.deviceId) =>
  tables.select().from(reconnectionReminders).where(eq(reconnectionReminders.deviceId, deviceId));

/** As if the time that a reminder waits for had come. */
const makeDue = () =>
  tables
    .update(reconnectionReminders)
    .set({ nextAt: new Date(Date.now() - hour) })
    .where(eq(reconnectionReminders.organizationId, organization.id));

describe("reminders", () => {
  it("wait for the time that is set, then write once and again later", async () => {
    await lose();
    holdNoonAfter(0);
    expect(await remindOfReconnection(system(), {})).toEqual({ sent: 0 });
    holdNoonAfter(25);
    expect(await remindOfReconnection(system(), {})).toEqual({ sent: 1 });
    expect(await remindOfReconnection(system(), {})).toEqual({ sent: 0 });
    expect(await mails()).toEqual([
      { template: "reconnection", recipient: organization.endUser.email },
    ]);
    expect((await remindersOf())[0]).toMatchObject({ sent: 1 });
  });

  it("send one mail when two workers look at once", async () => {
    await lose();
    holdNoonAfter(25);
    await Promise.all([remindOfReconnection(system(), {}), remindOfReconnection(system(), {})]);
    expect(await mails()).toHaveLength(1);
  });

  it("stop with the connection, and begin again with the next loss", async () => {
    await lose();
    await recordConnections(system(), {
      changes: [{ deviceId: organization.deviceId, isConnected: true }],
    });
    expect(await remindersOf()).toEqual([]);
    await lose();
    expect(await remindersOf()).toHaveLength(1);
  });

  it("respect quiet hours and how many mails a person gets in a week", async () => {
    const vehicle = await addVehicle(organization, tables);
    const other = await addVehicle(organization, tables);
    for (const deviceId of [organization.deviceId, vehicle, other]) await lose(deviceId);
    await makeDue();
    const night = new Date();
    night.setUTCHours(23, 0, 0, 0);
    holdClock(night);
    expect(await remindOfReconnection(system(), {})).toEqual({ sent: 0 });
    holdNoonAfter(0);
    expect(await remindOfReconnection(system(), {})).toEqual({ sent: 2 });
  });

  it("are not sent where they are switched off, nor beyond the most", async () => {
    await tables
      .insert(connectionSettings)
      .values({ organizationId: organization.id, sendsReminders: false });
    await lose();
    await makeDue();
    holdNoonAfter(0);
    expect(await remindOfReconnection(system(), {})).toEqual({ sent: 0 });
    await tables
      .update(connectionSettings)
      .set({ sendsReminders: true, maxReminders: 1 })
      .where(eq(connectionSettings.organizationId, organization.id));
    expect(await remindOfReconnection(system(), {})).toEqual({ sent: 1 });
    expect((await remindersOf())[0]).toMatchObject({ sent: 1, nextAt: null });
  });
});

it.each([
  [20, 8, 23, true],
  [20, 8, 7, true],
  [20, 8, 8, false],
  [12, 14, 13, true],
  [12, 14, 14, false],
  [0, 0, 3, false],
])("quiet from %i until %i: at %i it is %s", (quietFromHour, quietUntilHour, at, expected) => {
  const moment = new Date();
  moment.setUTCHours(at, 30, 0, 0);
  holdClock(moment);
  const settings = { quietFromHour, quietUntilHour } as Parameters<typeof isQuietHour>[0];
  expect(isQuietHour(settings, "UTC")).toBe(expected);
});

describe("silence", () => {
  const state = { kind: "heat_pump" as const, currentPowerConsumptionW: 900 };

  it("degrades a connected device, and a reading brings it back", async () => {
    const longAgo = new Date(Date.now() - 5 * hour);
    await tables
      .update(devices)
      .set({ currentStateLastUpdatedAt: longAgo, updatedAt: longAgo })
      .where(eq(devices.id, organization.deviceId));
    expect(await watchForSilence(system(), {})).toEqual({ degraded: 1 });
    expect(await watchForSilence(system(), {})).toEqual({ degraded: 0 });
    await recordReadings(system(), {
      reports: [{ deviceId: organization.deviceId, measuredAt: new Date(), state }],
    });
    const changes = await tables
      .select({ after: connectionChanges.after, cause: connectionChanges.cause })
      .from(connectionChanges)
      .where(
        and(
          eq(connectionChanges.deviceId, organization.deviceId),
          eq(connectionChanges.organizationId, organization.id),
        ),
      )
      .orderBy(connectionChanges.changedAt);
    expect(changes.slice(1)).toEqual([
      { after: "degraded", cause: "silence" },
      { after: "connected", cause: "reading" },
    ]);
  });

  it("leaves a device alone that was connected a moment ago", async () => {
    await tables
      .update(devices)
      .set({ currentStateLastUpdatedAt: null, updatedAt: new Date() })
      .where(eq(devices.id, organization.deviceId));
    expect(await watchForSilence(system(), {})).toEqual({ degraded: 0 });
  });
});
