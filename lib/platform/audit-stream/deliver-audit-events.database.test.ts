import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { systemActor } from "@/lib/core/access/actor";
import { holdClock } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import {
  actorOf,
  createOrganization,
  ownerConnection,
  type TestOrganization,
} from "@/testing/organization";
import { startWebhookReceiver } from "@/testing/webhook-receiver";
import { recordAuditEvents } from "../audit/record-audit-events";
import { postWebhook } from "../webhooks/post-webhook";
import { getAuditStream, removeAuditStream, saveAuditStream } from "./audit-stream";
import { deliverAuditEvents } from "./deliver-audit-events";

const { client, tables } = ownerConnection(process.env.DATABASE_URL ?? "");
const receiver = await startWebhookReceiver();
beforeAll(() => {
  process.env.ALLOW_PRIVATE_WEBHOOKS = "true";
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
});
afterAll(async () => {
  await receiver.stop();
  await client.end();
});

let organization: TestOrganization;
beforeEach(async () => {
  organization = await createOrganization(tables);
  receiver.received.length = 0;
  receiver.answer.status = 204;
});
afterEach(() => holdClock());

const system = () => systemActor(organization.id, "test-request");
const admin = () => actorOf(organization.admin);
const act = (count: number) =>
  recordAuditEvents(
    tables as never,
    system(),
    Array.from({ length: count }, () => ({
      action: "mail.sent" as const,
      target: { type: "mail" },
    })),
  );
const sequences = () =>
  receiver.received.flatMap(({ body }) =>
    (JSON.parse(body) as { events: { sequence: number }[] }).events.map(({ sequence }) => sequence),
  );

it("sends what comes from now on, in order, signed", async () => {
  await act(2);
  const { secret } = await saveAuditStream(admin(), { url: receiver.url });
  await act(150);
  await deliverAuditEvents(system());
  // The third event is the setting up itself.
  expect(sequences()).toEqual(Array.from({ length: 151 }, (_, index) => index + 3));
  expect(receiver.received).toHaveLength(2);
  const [first] = receiver.received;
  const payload = new Webhook(secret).verify(first?.body ?? "", first?.headers ?? {});
  expect(payload).toMatchObject({ type: "audit.events", organizationId: organization.id });
  await deliverAuditEvents(system());
  expect(receiver.received).toHaveLength(2);
  expect(await getAuditStream(admin(), {})).toMatchObject({ deliveredSequence: 153, failures: 0 });
});

it("loses nothing while the address is down, and does not follow it elsewhere", async () => {
  await saveAuditStream(admin(), { url: receiver.url });
  await act(1);
  for (const [time, status] of [
    ["12:01", 503],
    ["12:03", 307],
  ] as const) {
    receiver.answer.status = status;
    holdClock(new Date(`2090-01-01T${time}:00Z`));
    await deliverAuditEvents(system());
  }
  expect(await getAuditStream(admin(), {})).toMatchObject({
    failures: 2,
    lastError: "HTTP 307",
    nextTryAt: new Date("2090-01-01T12:05:00Z"),
  });
  receiver.answer.status = 204;
  holdClock(new Date("2090-01-01T12:04:00Z"));
  await deliverAuditEvents(system());
  expect(receiver.received).toHaveLength(0);
  holdClock(new Date("2090-01-01T12:05:00Z"));
  await act(1);
  await deliverAuditEvents(system());
  expect(sequences()).toEqual([1, 2, 3]);
});

it("stops when it is told to", async () => {
  await saveAuditStream(admin(), { url: receiver.url });
  await removeAuditStream(admin(), {});
  await act(1);
  await deliverAuditEvents(system());
  expect(receiver.received).toHaveLength(0);
  expect(await getAuditStream(admin(), {})).toBeUndefined();
});

it.each(["ftp://a.example/x", "https://user:password@a.example/", "nonsense"])(
  "does not take %s for an address",
  async (url) => {
    await expect(saveAuditStream(admin(), { url })).rejects.toEqual(
      new Invalid({ url: "webAddress" }),
    );
  },
);

it("says what went wrong without telling of our network", async () => {
  const message = { id: "m", body: "{}", secrets: ["whsec_dGVzdA=="] };
  await expect(postWebhook("http://127.0.0.1:9/", message)).rejects.toThrow("ECONNREFUSED");
});
