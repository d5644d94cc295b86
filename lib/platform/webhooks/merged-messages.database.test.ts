import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { webhookDeliveries } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { database } from "@/lib/core/database";
import { pauseDevice } from "@/lib/devices/devices/pause-device";
import type { DeviceState } from "@/lib/devices/telemetry/device-reports";
import { recordReadings } from "@/lib/devices/telemetry/record-readings";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addVehicle } from "@/testing/records/devices";
import { claimWebhookDeliveries } from "./deliver-webhooks";
import { queueWebhookMessages } from "./queue-webhooks";
import { createWebhook } from "./write-webhook";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
afterAll(() => client.end());

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
  await createWebhook(actorOf(organization.admin), {
    name: "Energy app",
    url: "https://systems.company.example/wattdesk",
    events: ["device.updated", "charging_session.started", "charging_session.ended"],
  });
});

const system = () => systemActor(organization.id, "test-request");

const updatesOf = async (deviceId: string) => {
  const found = await tables
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.organizationId, organization.id),
        eq(webhookDeliveries.type, "device.updated"),
      ),
    );
  return found.filter(({ data }) => data.device_id === deviceId);
};

const makeDue = () =>
  client`update webhook_deliveries set next_try_at = now() where organization_id = ${organization.id}`;

const claimAll = async () => {
  await makeDue();
  return claimWebhookDeliveries(system(), {});
};

let minute = 0;
const report = (deviceId: string, state: DeviceState) => {
  minute += 1;
  const measuredAt = new Date(Date.now() - 3_600_000 + minute * 1000);
  return recordReadings(system(), { reports: [{ deviceId, measuredAt, state }] });
};

const vehicle = (state: object): DeviceState => ({ kind: "electric_vehicle", ...state });

it("are one for all changes of a device within half a minute, due after it", async () => {
  const { deviceId } = organization;
  for (const hours of [1, 2, 3]) {
    await pauseDevice(actorOf(organization.staff), { id: deviceId, hours });
  }
  const [message, ...others] = await updatesOf(deviceId);
  expect(others).toEqual([]);
  const wait = (message?.nextTryAt.getTime() ?? 0) - (message?.createdAt.getTime() ?? 0);
  expect(wait).toBeGreaterThan(29_000);
  expect(wait).toBeLessThan(35_000);
});

it("are followed by another for a change after they were claimed", async () => {
  const { deviceId } = organization;
  await pauseDevice(actorOf(organization.staff), { id: deviceId, hours: 1 });
  expect(await claimAll()).toHaveLength(1);
  await pauseDevice(actorOf(organization.staff), { id: deviceId, hours: 2 });
  expect(await updatesOf(deviceId)).toHaveLength(2);
});

it("are not claimed while a change that was merged into them is not committed", async () => {
  const { deviceId } = organization;
  const tell = { type: "device.updated", ids: { device_id: deviceId } } as const;
  await pauseDevice(actorOf(organization.staff), { id: deviceId, hours: 1 });
  await makeDue();
  await database().write(organization.id, async (transaction) => {
    await queueWebhookMessages(transaction, organization.id, [tell, tell]);
    expect(await claimWebhookDeliveries(system(), {})).toEqual([]);
  });
  expect(await claimWebhookDeliveries(system(), {})).toHaveLength(1);
});

it("tell of reported states, and not of measured numbers or of what stays the same", async () => {
  const id = await addVehicle(organization, tables, {
    isPluggedIn: false,
    isCharging: false,
    boostState: "unavailable",
  });
  await report(id, vehicle({ batteryLevel: 41, isPluggedIn: false }));
  expect(await updatesOf(id)).toEqual([]);
  await report(id, vehicle({ batteryLevel: 42, isPluggedIn: true }));
  expect(await updatesOf(id)).toHaveLength(1);
});

it("tell when a vehicle's charging session begins and ends, once each", async () => {
  const id = await addVehicle(organization, tables, { isPluggedIn: false });
  await report(id, vehicle({ isPluggedIn: true }));
  await report(id, vehicle({ isPluggedIn: true, batteryLevel: 50 }));
  await report(id, vehicle({ isPluggedIn: false }));
  const messages = (await claimAll()).filter(({ type }) => type !== "device.updated");
  expect(messages.map(({ type }) => type).sort()).toEqual([
    "charging_session.ended",
    "charging_session.started",
  ]);
  const sessions = new Set(messages.map(({ data }) => data.charging_session_id));
  expect(sessions.size).toBe(1);
});
