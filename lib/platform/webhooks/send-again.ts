import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { webhookDeliveries } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { Conflict, NotFound } from "@/lib/core/errors";
import { defineCommand } from "@/lib/define-use-case";
import { findWebhook, webhookTarget } from "./find-webhook";
import { deliveryReference, webhookReference } from "./webhook-schema";

/**
 * Sends a message once more, in any state; it has another day of tries. Its id stays, so that a
 * receiver that has it already knows.
 * @throws Conflict `webhookDisabled`
 */
export const replayWebhookDelivery = defineCommand({
  name: "replayWebhookDelivery",
  input: deliveryReference,
  requires: { action: "update", resource: "webhook" },
  async run({ actor, input, transaction }) {
    const webhook = await findWebhook(transaction, input.id);
    if (webhook.disabledAt) throw new Conflict("webhookDisabled");
    const [queued] = await transaction
      .update(webhookDeliveries)
      .set({
        state: "queued",
        attempts: 0,
        startedAt: now(),
        nextTryAt: now(),
        lastError: null,
        mergeKey: null,
      })
      .where(
        and(
          eq(webhookDeliveries.id, input.deliveryId),
          eq(webhookDeliveries.webhookId, webhook.id),
        ),
      )
      .returning({ id: webhookDeliveries.id, type: webhookDeliveries.type });
    if (!queued) throw new NotFound();
    await haveDelivered(transaction, actor.organizationId);
    return {
      result: { id: queued.id },
      audit: [
        {
          action: "webhook.replayed",
          target: webhookTarget(webhook),
          changes: { message: { before: null, after: queued.type } },
        },
      ],
    };
  },
});

/**
 * Queues a test message, to see whether the receiver accepts it.
 * @throws Conflict `webhookDisabled`
 */
export const testWebhook = defineCommand({
  name: "testWebhook",
  input: webhookReference,
  requires: { action: "update", resource: "webhook" },
  async run({ actor, input, transaction }) {
    const webhook = await findWebhook(transaction, input.id);
    if (webhook.disabledAt) throw new Conflict("webhookDisabled");
    const { organizationId } = actor;
    const [queued] = await transaction
      .insert(webhookDeliveries)
      .values({
        organizationId,
        webhookId: webhook.id,
        type: "webhook.test",
        data: { organization_id: organizationId },
        startedAt: now(),
        nextTryAt: now(),
        createdAt: now(),
      })
      .returning({ id: webhookDeliveries.id });
    if (!queued) throw new Error("The insert returned no row.");
    await haveDelivered(transaction, organizationId);
    return {
      result: { id: queued.id },
      audit: [{ action: "webhook.tested", target: webhookTarget(webhook) }],
    };
  },
});

async function haveDelivered(transaction: Transaction, organizationId: string): Promise<void> {
  const payload = JSON.stringify({ organizationId });
  await transaction.execute(
    sql`select enqueue_job('deliver-webhooks', ${payload}::json, ${`webhooks-${organizationId}`})`,
  );
}
