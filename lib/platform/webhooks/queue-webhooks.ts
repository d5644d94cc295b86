import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { AuditAction } from "@/lib/core/audit/actions";
import { now } from "@/lib/core/clock";
import type { WebhookEvent } from "./webhook-events";

type Told = { type: WebhookEvent; id: "user_id" | "device_id" | "incident_id" | "case_id" };

/** What is worth a message, among all that leaves a line in the log. */
const toldOf: Partial<Record<AuditAction, Told>> = {
  "end-user.created": { type: "user.created", id: "user_id" },
  "end-user.updated": { type: "user.updated", id: "user_id" },
  "end-user.deleted": { type: "user.deleted", id: "user_id" },
  "end-user.erased": { type: "user.deleted", id: "user_id" },
  "device.created": { type: "device.created", id: "device_id" },
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
 * Has the organization's webhooks told of what happened, in the transaction in which it did: both stand or
 * neither. A message names records and says nothing of them.
 */
export async function queueWebhooks(
  transaction: Transaction,
  organizationId: string,
  entries: Entry[],
): Promise<void> {
  const messages = entries.flatMap(({ action, target }) => {
    const told = toldOf[action];
    if (!told || !target.id) return [];
    const data = {
      organization_id: organizationId,
      [told.id]: target.id,
      happened_at: now().toISOString(),
    };
    return [{ type: told.type, data }];
  });
  if (messages.length === 0) return;
  await transaction.execute(
    sql`select queue_webhook_messages(${JSON.stringify(messages)}::text::jsonb)`,
  );
}
