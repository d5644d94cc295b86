import "server-only";
import { and, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { webhooks } from "@/db/schema";
import type { AuditAction } from "@/lib/core/audit/actions";
import { now } from "@/lib/core/clock";
import type { WebhookEvent } from "./webhook-events";

type Told = { type: WebhookEvent; id: "user_id" | "device_id" | "incident_id" | "case_id" };

/** The events that audit events lead to. */
const toldOf: Partial<Record<AuditAction, Told>> = {
  "end-user.created": { type: "user.created", id: "user_id" },
  "end-user.updated": { type: "user.updated", id: "user_id" },
  "end-user.deleted": { type: "user.deleted", id: "user_id" },
  "end-user.erased": { type: "user.deleted", id: "user_id" },
  "device.created": { type: "device.created", id: "device_id" },
  "device.updated": { type: "device.updated", id: "device_id" },
  "device.settings-updated": { type: "device.updated", id: "device_id" },
  "device.charge-policy-updated": { type: "device.updated", id: "device_id" },
  "device.boost-requested": { type: "device.updated", id: "device_id" },
  "device.boost-called-off": { type: "device.updated", id: "device_id" },
  "device.paused": { type: "device.updated", id: "device_id" },
  "device.resumed": { type: "device.updated", id: "device_id" },
  "device.deleted": { type: "device.deleted", id: "device_id" },
  "invitation.created": { type: "member.invited", id: "user_id" },
  "invitation.accepted": { type: "member.joined", id: "user_id" },
  "member.role-changed": { type: "member.role_changed", id: "user_id" },
  "member.removed": { type: "member.removed", id: "user_id" },
  "incident.opened": { type: "incident.opened", id: "incident_id" },
  "incident.closed": { type: "incident.closed", id: "incident_id" },
  "case.created": { type: "case.created", id: "case_id" },
  "case.updated": { type: "case.updated", id: "case_id" },
  "case.answered": { type: "case.answered", id: "case_id" },
  "case.escalated": { type: "case.escalated", id: "case_id" },
};

type Entry = { action: AuditAction; target: { id?: string | undefined } };

/**
 * Queues the webhook messages that audit events lead to, in the transaction of the change. A message names records by
 * their ids and contains nothing else of them.
 */
export async function queueWebhooks(
  transaction: Transaction,
  organizationId: string,
  entries: Entry[],
): Promise<void> {
  const messages = entries.flatMap(({ action, target }): WebhookMessage[] => {
    const told = toldOf[action];
    return told && target.id ? [{ type: told.type, ids: { [told.id]: target.id } }] : [];
  });
  await queueWebhookMessages(transaction, organizationId, messages);
}

export type WebhookMessage = {
  type: WebhookEvent;
  /** The ids of the records that it is about, by their names in `data`. */
  ids: Record<string, string>;
  happenedAt?: Date;
};

/**
 * Queues messages for the webhooks that have subscribed to their types. Messages about the same updated device are
 * merged for half a minute.
 */
export async function queueWebhookMessages(
  transaction: Transaction,
  organizationId: string,
  messages: WebhookMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map(({ type, ids, happenedAt = now() }) => ({
    type,
    data: { organization_id: organizationId, ...ids, happened_at: happenedAt.toISOString() },
  }));
  await transaction.execute(
    sql`select queue_webhook_messages(${JSON.stringify(rows)}::text::jsonb)`,
  );
}

/** Whether any webhook would get messages of a type; so that what they need is read only then. */
export async function isSubscribed(transaction: Transaction, type: WebhookEvent): Promise<boolean> {
  const [found] = await transaction
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(isNull(webhooks.disabledAt), sql`${type} = any(${webhooks.events})`))
    .limit(1);
  return found !== undefined;
}
