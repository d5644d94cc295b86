import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Transaction } from "@/db/client";
import { systemActor } from "@/lib/core/access/actor";
import { auditActions } from "@/lib/core/audit/actions";
import { createEndUser } from "@/lib/customers/end-users/create-end-user";
import type { DeviceState } from "@/lib/devices/telemetry/device-reports";
import { recordConnections } from "@/lib/devices/telemetry/record-connections";
import { recordReadings } from "@/lib/devices/telemetry/record-readings";
import { deliverWebhooks } from "@/lib/platform/webhooks/deliver-webhooks";
import { provideEventRecords } from "@/lib/platform/webhooks/event-records";
import { queueWebhookMessages, queueWebhooks } from "@/lib/platform/webhooks/queue-webhooks";
import { type WebhookEvent, webhookEvents } from "@/lib/platform/webhooks/webhook-events";
import { createWebhook } from "@/lib/platform/webhooks/write-webhook";
import { deleteEndUser } from "@/lib/support/personal-data/delete-end-user";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addVehicle } from "@/testing/records/devices";
import { startWebhookReceiver } from "@/testing/webhook-receiver";
import { readApiRecord } from "./event-record";
import { messageSchemas } from "./webhook-messages";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
const receiver = await startWebhookReceiver();
let organization: TestOrganization;
beforeAll(() => {
  process.env.ALLOW_PRIVATE_WEBHOOKS = "true";
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
  provideEventRecords(readApiRecord);
});
beforeEach(async () => {
  organization = await createOrganization(tables);
  receiver.received.length = 0;
});
afterAll(async () => {
  await receiver.stop();
  await client.end();
});

const admin = () => actorOf(organization.admin);
const system = () => systemActor(organization.id, "test-request");

const subscribe = (events: readonly WebhookEvent[], includesRecord: boolean) =>
  createWebhook(admin(), {
    name: "Billing system",
    url: receiver.url,
    events: [...events],
    includesRecord,
  });

/** Merged messages wait half a minute, which tests do not. */
async function deliver() {
  await client`update webhook_deliveries set next_try_at = now() where organization_id = ${organization.id} and state = 'queued'`;
  await deliverWebhooks(system());
  return receiver.received.map(({ body }) => JSON.parse(body));
}

const report = (deviceId: string, state: DeviceState) =>
  recordReadings(system(), { reports: [{ deviceId, measuredAt: new Date(), state }] });

/** Both states of a device's connection, a charging session, and whatever audit events lead to. */
async function causeEveryEvent(): Promise<void> {
  const { deviceId, endUser } = organization;
  await recordConnections(system(), { changes: [{ deviceId, isConnected: false }] });
  await recordConnections(system(), { changes: [{ deviceId, isConnected: true }] });
  const vehicle = await addVehicle(organization, tables, { isPluggedIn: false });
  await report(vehicle, { kind: "electric_vehicle", isPluggedIn: true });
  await report(vehicle, { kind: "electric_vehicle", isPluggedIn: false });
  await tables.transaction((transaction) =>
    queueWebhooks(
      transaction as unknown as Transaction,
      organization.id,
      auditActions.map((action) => ({
        action,
        target: { id: action.startsWith("device.") ? deviceId : endUser.id },
      })),
    ),
  );
}

it.each([true, false])("follow their schemas, with records: %s", async (includesRecord) => {
  await subscribe(webhookEvents, includesRecord);
  await causeEveryEvent();
  const messages = await deliver();
  expect(new Set(messages.map(({ type }) => type))).toEqual(new Set(webhookEvents));
  for (const message of messages) {
    const parsed = messageSchemas.get(message.type)?.safeParse(message);
    expect(parsed?.error?.issues ?? []).toEqual([]);
    const hasRecord = /^(user|device|charging_session|member)\./.test(message.type);
    if (includesRecord && hasRecord) expect(message.data.record.id).toEqual(expect.any(String));
    else expect(message.data.record ?? null).toBeNull();
  }
});

it("contain a record as it is when the message is sent, and null once it is deleted", async () => {
  await subscribe(["user.created"], true);
  const { id } = await createEndUser(admin(), { email: `eva-${organization.mark}@home.example` });
  const [first] = await deliver();
  expect(first.data.record).toMatchObject({ id, email: `eva-${organization.mark}@home.example` });
  const other = await createEndUser(admin(), { email: `max-${organization.mark}@home.example` });
  await deleteEndUser(admin(), {
    id: other.id,
    confirmation: `max-${organization.mark}@home.example`,
  });
  const [, second] = await deliver();
  expect(second.data).toMatchObject({ user_id: other.id, record: null });
});

it("contain no record of another organization", async () => {
  const { deviceId, endUser } = await createOrganization(tables);
  await subscribe(["device.created", "user.created"], true);
  await tables.transaction((transaction) =>
    queueWebhookMessages(transaction as unknown as Transaction, organization.id, [
      { type: "device.created", ids: { device_id: deviceId } },
      { type: "user.created", ids: { user_id: endUser.id } },
    ]),
  );
  const messages = await deliver();
  expect(messages.map(({ data }) => data.record)).toEqual([null, null]);
});
