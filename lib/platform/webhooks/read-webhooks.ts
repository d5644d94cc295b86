import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { webhookDeliveries, webhooks } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { findWebhook } from "./find-webhook";
import { listDeliveriesInput, webhookReference } from "./webhook-schema";

export type WebhookState = "active" | "failing" | "disabled";

function shown({
  encryptedSecret,
  encryptedOldSecret,
  organizationId,
  secretSeenBy,
  ...webhook
}: typeof webhooks.$inferSelect) {
  const state: WebhookState = webhook.disabledAt
    ? "disabled"
    : webhook.failingSince
      ? "failing"
      : "active";
  const isOldSecretGood = webhook.oldSecretUntil !== null && webhook.oldSecretUntil > now();
  return { ...webhook, state, oldSecretUntil: isOldSecretGood ? webhook.oldSecretUntil : null };
}

/** The organization's webhooks, the oldest first. There are twenty at most. */
export const listWebhooks = defineQuery({
  name: "listWebhooks",
  input: z.object({}),
  requires: { action: "read", resource: "webhook" },
  async run({ transaction }) {
    const found = await transaction
      .select()
      .from(webhooks)
      .orderBy(asc(webhooks.createdAt), asc(webhooks.id))
      .limit(100);
    return found.map(shown);
  },
});

/** One webhook, without its secret. */
export const getWebhook = defineQuery({
  name: "getWebhook",
  input: webhookReference,
  requires: { action: "read", resource: "webhook" },
  run: async ({ input, transaction }) => shown(await findWebhook(transaction, input.id)),
});

/** A page of what was sent to a webhook, or is to be, the newest first. */
export const listWebhookDeliveries = defineQuery({
  name: "listWebhookDeliveries",
  input: listDeliveriesInput,
  requires: { action: "read", resource: "webhook" },
  async run({ input, transaction }) {
    const webhook = await findWebhook(transaction, input.id);
    const { where, orderBy, toPage } = newestFirst(webhookDeliveries, input);
    const found = await transaction
      .select()
      .from(webhookDeliveries)
      .where(
        and(
          eq(webhookDeliveries.webhookId, webhook.id),
          input.state ? eq(webhookDeliveries.state, input.state) : undefined,
          where,
        ),
      )
      .orderBy(...orderBy)
      .limit(input.size + 1);
    return toPage(
      found.map(({ organizationId, webhookId, ...delivery }) => delivery),
      input.size,
    );
  },
});
