import { verbatimText, z } from "@/lib/core/validation/problems";
import type { getWebhook, listWebhookDeliveries } from "@/lib/platform/webhooks/read-webhooks";
import { webhookEvents } from "@/lib/platform/webhooks/webhook-events";
import { webhookDeliveryStates } from "@/lib/platform/webhooks/webhook-schema";
import { iso, moment, shownMoment, shownText } from "../fields";

export const writable = {
  name: verbatimText().max(80).meta({ example: "Billing system" }),
  url: verbatimText().max(500).meta({ example: "https://systems.company.com/wattdesk" }),
  events: z.array(z.enum(webhookEvents)).min(1),
  includes_record: z.boolean().meta({
    description:
      "Whether messages about users, devices and charging sessions contain the record as the API answers it.",
  }),
};

export const webhookSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    url: z.string(),
    events: z.array(z.string()),
    includes_record: z.boolean(),
    state: z.enum(["active", "failing", "disabled"]),
    failing_since: shownMoment,
    disabled_at: shownMoment,
    old_secret_until: shownMoment.meta({
      description: "Until then messages are signed with the secret before too.",
    }),
    created_at: moment,
  })
  .meta({ id: "Webhook" });

export const secretSchema = z
  .object({
    id: z.uuid(),
    secret: z.string().meta({ description: "Shown this once (Standard Webhooks, whsec_…)." }),
  })
  .meta({ id: "WebhookSecret" });

export const deliverySchema = z
  .object({
    id: z.uuid(),
    type: z.string(),
    data: z.record(z.string(), z.unknown()),
    state: z.enum(webhookDeliveryStates),
    attempts: z.number().int(),
    last_error: shownText,
    last_try_at: shownMoment,
    next_try_at: shownMoment,
    created_at: moment,
  })
  .meta({ id: "WebhookDelivery" });

type Webhook = Awaited<ReturnType<typeof getWebhook>>;
type Delivery = Awaited<ReturnType<typeof listWebhookDeliveries>>["rows"][number];

export const toWebhook = (webhook: Webhook): z.input<typeof webhookSchema> => ({
  id: webhook.id,
  name: webhook.name,
  url: webhook.url,
  events: webhook.events,
  includes_record: webhook.includesRecord,
  state: webhook.state,
  failing_since: iso(webhook.failingSince),
  disabled_at: iso(webhook.disabledAt),
  old_secret_until: iso(webhook.oldSecretUntil),
  created_at: webhook.createdAt.toISOString(),
});

export const toDelivery = (delivery: Delivery): z.input<typeof deliverySchema> => ({
  id: delivery.id,
  type: delivery.type,
  data: delivery.data,
  state: delivery.state,
  attempts: delivery.attempts,
  last_error: delivery.lastError,
  last_try_at: iso(delivery.lastTryAt),
  next_try_at: delivery.state === "queued" ? iso(delivery.nextTryAt) : null,
  created_at: delivery.createdAt.toISOString(),
});
