import "server-only";
import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { webhookDeliveries, webhooks } from "@/db/schema";
import type { Actor, System } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { decrypt } from "@/lib/core/crypto/encryption";
import { log } from "@/lib/core/log";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { readEventRecord } from "./event-records";
import { webhookTarget } from "./find-webhook";
import { postWebhook } from "./post-webhook";
import { webhookEvents } from "./webhook-events";

const atOnce = 20;
/** One job takes messages so often at most, and not after so long, so that nobody else waits long. */
const maxTurns = 50;
const MAX_TURN_MS = 15_000;
/** How long a worker has to send the messages it took before others may take them. */
const claimMilliseconds = 60_000;

/** The pauses after each try, in minutes; together somewhat less than the day that a message is tried for. */
const pauses = [1, 2, 5, 10, 30, 60, 120, 240, 480, 480];
const dayMilliseconds = 86_400_000;

/**
 * Sends the messages whose time has come, several at once. A message may come twice, and a later one before an
 * earlier one: its id says which it is.
 */
export async function deliverWebhooks(actor: System): Promise<void> {
  const until = performance.now() + MAX_TURN_MS;
  for (let turn = 0; turn < maxTurns && performance.now() < until; turn++) {
    const messages = await claimWebhookDeliveries(actor, {});
    await Promise.all(messages.map((message) => deliver(actor, message)));
    if (messages.length < atOnce) return;
  }
}

type Message = Awaited<ReturnType<typeof claimWebhookDeliveries>>[number];

async function deliver(actor: System, message: Message): Promise<void> {
  const { id, url, secrets } = message;
  const body = await bodyOf(actor, message);
  if (body === undefined) {
    await recordWebhookDelivery(actor, { id, error: "the record could not be read" });
    return;
  }
  try {
    await postWebhook(url, { id: `msg_${id}`, body, secrets });
    await recordWebhookDelivery(actor, { id });
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    await recordWebhookDelivery(actor, { id, error: reason.slice(0, 500) });
  }
}

/** The record is read now and not when the event was queued, so that no copy of it is stored. */
async function bodyOf(actor: System, message: Message): Promise<string | undefined> {
  const { type, timestamp, data, webhook } = message;
  const [subscribed] = webhookEvents.filter((event) => event === type);
  if (!webhook.includesRecord || !subscribed) return JSON.stringify({ type, timestamp, data });
  try {
    const record = await readEventRecord(readerFor(actor, webhook), { type: subscribed, data });
    return JSON.stringify({ type, timestamp, data: { ...data, record } });
  } catch (error) {
    log.error(
      { error, webhook: webhook.id, type },
      "reading the record of a webhook message failed",
    );
    return undefined;
  }
}

/** A webhook is sent what an API client of its organization may read: an admin has set it up. */
const readerFor = (
  { organizationId, requestId }: System,
  { id, name }: Message["webhook"],
): Actor => ({
  kind: "api-client",
  role: "server-to-server",
  clientId: id,
  name,
  organizationId,
  requestId,
});

/** Takes due messages, so that no other worker sends them. */
export const claimWebhookDeliveries = defineCommand({
  name: "claimWebhookDeliveries",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, transaction }) {
    const due = await transaction
      .select({ delivery: webhookDeliveries, webhook: webhooks })
      .from(webhookDeliveries)
      .innerJoin(
        webhooks,
        and(
          eq(webhooks.organizationId, webhookDeliveries.organizationId),
          eq(webhooks.id, webhookDeliveries.webhookId),
        ),
      )
      .where(and(eq(webhookDeliveries.state, "queued"), lte(webhookDeliveries.nextTryAt, now())))
      .orderBy(asc(webhookDeliveries.nextTryAt))
      .limit(atOnce)
      .for("no key update", { of: webhookDeliveries, skipLocked: true });
    if (due.length === 0) return { result: [], audit: [] };
    await transaction
      .update(webhookDeliveries)
      // Events from now on are not merged into this message: another message follows.
      .set({ nextTryAt: new Date(now().getTime() + claimMilliseconds), mergeKey: null })
      .where(
        inArray(
          webhookDeliveries.id,
          due.map(({ delivery }) => delivery.id),
        ),
      );
    const messages = due.map(({ delivery, webhook }) => ({
      id: delivery.id,
      url: webhook.url,
      secrets: secretsOf(webhook, actor.organizationId),
      type: delivery.type,
      timestamp: delivery.createdAt.toISOString(),
      data: delivery.data,
      webhook: { id: webhook.id, name: webhook.name, includesRecord: webhook.includesRecord },
    }));
    return { result: messages, audit: [] };
  },
});

/** The present secret, and the one before as long as it counts. */
function secretsOf(webhook: typeof webhooks.$inferSelect, organizationId: string): string[] {
  const { encryptedSecret, encryptedOldSecret, oldSecretUntil } = webhook;
  const isOldGood = encryptedOldSecret && oldSecretUntil && oldSecretUntil > now();
  return [encryptedSecret, ...(isOldGood ? [encryptedOldSecret] : [])].map((secret) =>
    decrypt(secret, organizationId),
  );
}

/**
 * Writes down how a try went. A message that nobody takes for a day is given up, and a webhook that took
 * nothing for that long is switched off.
 */
export const recordWebhookDelivery = defineCommand({
  name: "recordWebhookDelivery",
  input: z.object({ id: z.uuid(), error: z.string().max(500).optional() }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    const [delivery] = await transaction
      .select()
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.id, input.id))
      .for("no key update");
    if (!delivery) return { result: undefined, audit: [] };
    const attempts = delivery.attempts + 1;
    const tried = { attempts, lastTryAt: now(), lastError: input.error ?? null };
    const ofWebhook = eq(webhooks.id, delivery.webhookId);
    if (input.error === undefined) {
      await set(delivery.id, { ...tried, state: "delivered" });
      await transaction.update(webhooks).set({ failingSince: null }).where(ofWebhook);
      return { result: undefined, audit: [] };
    }
    const minutes = pauses[Math.min(attempts, pauses.length) - 1] ?? 480;
    // Not all at the same moment, where many failed together.
    const nextTryAt = new Date(now().getTime() + minutes * 60_000 * (0.9 + Math.random() * 0.2));
    const isGivenUp = nextTryAt.getTime() > delivery.startedAt.getTime() + dayMilliseconds;
    await set(delivery.id, { ...tried, nextTryAt, ...(isGivenUp && { state: "failed" as const }) });
    const [webhook] = await transaction
      .select()
      .from(webhooks)
      .where(ofWebhook)
      .for("no key update");
    if (!webhook) return { result: undefined, audit: [] };
    const failingSince = webhook.failingSince ?? now();
    const isDead =
      isGivenUp &&
      now().getTime() - failingSince.getTime() > dayMilliseconds / 2 &&
      !webhook.disabledAt;
    await transaction
      .update(webhooks)
      .set({ failingSince, ...(isDead && { disabledAt: now() }) })
      .where(ofWebhook);
    const audit: AuditEntry[] = isDead
      ? [{ action: "webhook.disabled", target: webhookTarget(webhook), reason: input.error }]
      : [];
    return { result: undefined, audit };

    function set(id: string, fields: Partial<typeof webhookDeliveries.$inferInsert>) {
      return transaction.update(webhookDeliveries).set(fields).where(eq(webhookDeliveries.id, id));
    }
  },
});
