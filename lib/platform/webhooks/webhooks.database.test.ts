import { and, eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { auditEvents, devices, webhookDeliveries, webhooks } from "@/db/schema";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { createEndUser } from "@/lib/customers/end-users/create-end-user";
import { recordConnections } from "@/lib/devices/telemetry/record-connections";
import { inviteTeamMember } from "@/lib/team/members/invite-team-member";
import { getDeparture } from "@/lib/team/members/read-departures";
import { removeMember } from "@/lib/team/members/remove-member";
import {
  actorOf,
  apiClientOf,
  createOrganization,
  createPerson,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { addWebhook } from "@/testing/records/webhooks";
import { startWebhookReceiver } from "@/testing/webhook-receiver";
import { claimWebhookDeliveries, deliverWebhooks } from "./deliver-webhooks";
import { getWebhook, listWebhookDeliveries } from "./read-webhooks";
import { replayWebhookDelivery, testWebhook } from "./send-again";
import type { WebhookEvent } from "./webhook-events";
import { createWebhook, rotateWebhookSecret, updateWebhook } from "./write-webhook";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
const receiver = await startWebhookReceiver();
let organization: TestOrganization;
beforeAll(() => {
  process.env.ALLOW_PRIVATE_WEBHOOKS = "true";
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
});
beforeEach(async () => {
  organization = await createOrganization(tables);
  receiver.received.length = 0;
  receiver.answer.status = 204;
});
afterEach(() => holdClock());
afterAll(async () => {
  await receiver.stop();
  await client.end();
});

const admin = () => actorOf(organization.admin);
const system = () => systemActor(organization.id, "test-request");
const subscribe = (...events: WebhookEvent[]) =>
  createWebhook(admin(), { name: "Billing system", url: receiver.url, events });
const messages = () => receiver.received.map(({ body }) => JSON.parse(body));
const addCustomer = (name: string) =>
  createEndUser(admin(), { email: `${name}-${organization.mark}@home.example` });
const later = (minutes: number) => holdClock(new Date(Date.now() + minutes * 60_000));

it("tells of what was asked for, signed, and names records without saying anything of them", async () => {
  const { secret } = await subscribe("user.created", "member.invited");
  const { id } = await addCustomer("eva");
  await inviteTeamMember(admin(), {
    email: `new-${organization.mark}@utility.example`,
    firstName: "Nora",
    lastName: "Wolf",
    role: "staff",
    reason: "Helps in winter",
  });
  await deliverWebhooks(system());
  const told = messages();
  expect(told.map(({ type }) => type).sort()).toEqual(["member.invited", "user.created"]);
  expect(told.find(({ type }) => type === "user.created").data).toEqual({
    organization_id: organization.id,
    user_id: id,
    happened_at: expect.any(String),
  });
  expect(JSON.stringify(told)).not.toContain("home.example");
  const [first] = receiver.received;
  expect(() => new Webhook(secret).verify(first?.body ?? "", first?.headers ?? {})).not.toThrow();
  await deliverWebhooks(system());
  expect(receiver.received).toHaveLength(2);
});

it("tells of devices that lose their connection and get it back", async () => {
  await subscribe("device.disconnected", "device.needs_reconnection", "device.connected");
  const { deviceId } = organization;
  const set = (isConnected: boolean) =>
    recordConnections(system(), { changes: [{ deviceId, isConnected }] });
  await set(false);
  await deliverWebhooks(system());
  expect(
    messages()
      .map(({ type }) => type)
      .sort(),
  ).toEqual(["device.disconnected", "device.needs_reconnection"]);
  expect(messages()[0].data).toMatchObject({
    device_id: deviceId,
    user_id: organization.endUser.id,
    connection: "disconnected",
  });
  await set(true);
  await deliverWebhooks(system());
  expect(messages().at(-1).type).toBe("device.connected");
});

it("tells nobody of another organization, and nobody who did not ask", async () => {
  const other = await createOrganization(tables);
  await addWebhook(other, tables, { url: receiver.url });
  await tables.delete(webhookDeliveries).where(eq(webhookDeliveries.organizationId, other.id));
  await subscribe("user.deleted");
  await addCustomer("eva");
  await tables
    .update(devices)
    .set({ isAuthenticated: false, lifecycleState: "disconnected" })
    .where(eq(devices.id, organization.deviceId));
  await deliverWebhooks(system());
  await deliverWebhooks(systemActor(other.id, "test-request"));
  expect(messages()).toEqual([]);
});

it("writes nothing down when what happened is undone", async () => {
  await subscribe("user.created");
  await addCustomer("eva");
  await expect(addCustomer("eva")).rejects.toThrow();
  const queued = await tables
    .select()
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.organizationId, organization.id));
  expect(queued).toHaveLength(1);
});

it("tries again with growing pauses, gives up after a day, and switches off what is dead", async () => {
  const { id } = await subscribe("user.created");
  await addCustomer("eva");
  receiver.answer.status = 500;
  await deliverWebhooks(system());
  const read = async () => (await listWebhookDeliveries(admin(), { id })).rows[0];
  expect(await read()).toMatchObject({ state: "queued", attempts: 1, lastError: "HTTP 500" });
  expect(await getWebhook(admin(), { id })).toMatchObject({ state: "failing" });
  await deliverWebhooks(system());
  expect((await read())?.attempts).toBe(1);
  for (let minutes = 2; minutes <= 26 * 60; minutes += 10) {
    later(minutes);
    await deliverWebhooks(system());
  }
  const last = await read();
  expect(last?.state).toBe("failed");
  expect(last?.attempts).toBeGreaterThan(8);
  expect(await getWebhook(admin(), { id })).toMatchObject({ state: "disabled" });
  const [event] = await tables
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.targetId, id), eq(auditEvents.action, "webhook.disabled")));
  expect(event).toBeDefined();
  await expect(testWebhook(admin(), { id })).rejects.toMatchObject({ problem: "webhookDisabled" });
  const { version, name, url, events } = await getWebhook(admin(), { id });
  const fields = { name, url, events: events as WebhookEvent[], includesRecord: false };
  // A client of the API: after a day an admin would have to step up again.
  await updateWebhook(apiClientOf(organization.id), { ...fields, id, version, isEnabled: true });
  receiver.answer.status = 200;
  await replayWebhookDelivery(admin(), { id, deliveryId: last?.id ?? "" });
  await deliverWebhooks(system());
  expect(await read()).toMatchObject({ state: "delivered", attempts: 1 });
  expect(receiver.received[0]?.headers["webhook-id"]).toBe(`msg_${last?.id}`);
});

it("signs with the old secret too for a day after it was replaced", async () => {
  const { id, secret: old } = await subscribe("user.created");
  const { secret: fresh } = await rotateWebhookSecret(admin(), { id });
  await testWebhook(admin(), { id });
  await deliverWebhooks(system());
  const [first] = receiver.received;
  for (const secret of [old, fresh]) {
    expect(() => new Webhook(secret).verify(first?.body ?? "", first?.headers ?? {})).not.toThrow();
  }
  later(25 * 60);
  await testWebhook(admin(), { id });
  await deliverWebhooks(system());
  const second = receiver.received[1];
  expect(second?.headers["webhook-signature"]?.split(" ")).toHaveLength(1);
});

it("gives each message to one worker, and back when that one dies", async () => {
  await subscribe("user.created");
  for (const name of ["a", "b", "c"]) await addCustomer(name);
  const [one, other] = await Promise.all([
    claimWebhookDeliveries(system(), {}),
    claimWebhookDeliveries(system(), {}),
  ]);
  const ids = [...one, ...other].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  expect(ids).toHaveLength(3);
  later(2);
  expect(await claimWebhookDeliveries(system(), {})).toHaveLength(3);
});

it("marks secrets that somebody has seen who leaves", async () => {
  const leaver = await createPerson(tables, organization.id, "admin", "leaver@utility.example");
  const { id } = await createWebhook(actorOf(leaver), {
    name: "Old",
    url: receiver.url,
    events: ["user.created"],
  });
  const { departureId } = await removeMember(admin(), {
    id: leaver.id,
    reason: "Takes another post",
  });
  const [webhook] = await tables.select().from(webhooks).where(eq(webhooks.id, id));
  expect(webhook?.rotationDueSince).toBeInstanceOf(Date);
  const departure = await getDeparture(admin(), { id: departureId });
  expect(departure.clientsToRotate).toEqual(["Old"]);
});
