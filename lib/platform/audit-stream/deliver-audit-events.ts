import "server-only";
import { asc, eq, gt } from "drizzle-orm";
import { auditEvents, auditStreams } from "@/db/schema";
import type { System } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { decrypt } from "@/lib/core/crypto/encryption";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { selectEvents } from "../audit/read-events";
import { postWebhook } from "../webhooks/post-webhook";

const batch = 100;
/** The most batches of one turn, and when it begins no more, so that nobody else waits long. */
const maxBatches = 20;
const MAX_TURN_MS = 15_000;

/**
 * Sends the events that have come since the last delivery, oldest first. An address that does not take
 * them is tried again after a minute, two, four … up to an hour; nothing is skipped, so a message may come
 * twice but never out of order. Its id says which it is.
 */
export async function deliverAuditEvents(actor: System): Promise<void> {
  const until = performance.now() + MAX_TURN_MS;
  for (let sent = 0; sent < maxBatches && performance.now() < until; sent++) {
    const waiting = await readUndeliveredEvents(actor, {});
    const last = waiting?.events.at(-1)?.sequence;
    if (!waiting || last === undefined) return;
    const first = waiting.events[0]?.sequence;
    const body = JSON.stringify({
      type: "audit.events",
      organizationId: actor.organizationId,
      events: waiting.events,
    });
    try {
      await postWebhook(waiting.url, {
        id: `audit-${actor.organizationId}-${first}-${last}`,
        body,
        secrets: [waiting.secret],
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : "unknown";
      await recordAuditDelivery(actor, { error: reason });
      return;
    }
    await recordAuditDelivery(actor, { deliveredSequence: last });
    if (waiting.events.length < batch) return;
  }
}

/** The next events to send and where; undefined when there is no address, or it is not its turn yet. */
export const readUndeliveredEvents = defineQuery({
  name: "readUndeliveredEvents",
  input: z.object({}),
  requires: { action: "read", resource: "maintenance" },
  async run({ actor, transaction }) {
    const [stream] = await transaction.select().from(auditStreams);
    if (!stream || (stream.nextTryAt && stream.nextTryAt > now())) return undefined;
    const events = await selectEvents(transaction)
      .where(gt(auditEvents.sequence, stream.deliveredSequence))
      .orderBy(asc(auditEvents.sequence))
      .limit(batch);
    return {
      url: stream.url,
      secret: decrypt(stream.encryptedSecret, actor.organizationId),
      events: events.map(({ hash, ...event }) => ({ ...event, hash: hash.toString("hex") })),
    };
  },
});

/** Writes down how a delivery went. */
export const recordAuditDelivery = defineCommand({
  name: "recordAuditDelivery",
  input: z.union([
    z.object({ deliveredSequence: z.number().int().min(0) }),
    z.object({ error: z.string().max(500) }),
  ]),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, input, transaction }) {
    const ofOrganization = eq(auditStreams.organizationId, actor.organizationId);
    const [stream] = await transaction.select().from(auditStreams).where(ofOrganization);
    if (!stream) return { result: undefined, audit: [] };
    const minutes = Math.min(60, 2 ** stream.failures);
    await transaction
      .update(auditStreams)
      .set(
        "error" in input
          ? {
              failures: stream.failures + 1,
              lastError: input.error,
              nextTryAt: new Date(now().getTime() + minutes * 60_000),
            }
          : {
              deliveredSequence: input.deliveredSequence,
              deliveredAt: now(),
              failures: 0,
              lastError: null,
              nextTryAt: null,
            },
      )
      .where(ofOrganization);
    return { result: undefined, audit: [] };
  },
});
