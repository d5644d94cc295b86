import "server-only";
import type { Transaction } from "@/db/client";
import { type AuditChanges, auditEvents } from "@/db/schema";
import { type Actor, actorId, actorName } from "../access/actor";
import type { AuditAction } from "./actions";

export type AuditTarget = { type: string; id?: string | undefined; name?: string | undefined };

export type AuditEntry = {
  action: AuditAction;
  target: AuditTarget;
  changes?: AuditChanges;
  reason?: string | undefined;
  /** Whose act it was where the actor only became known by it, as at login. */
  actor?: { id: string; name: string; kind: string };
};

/** Writes events into the transaction of the change they speak of: both stand or neither. */
export async function recordAuditEvents(
  transaction: Transaction,
  actor: Actor,
  entries: AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await transaction.insert(auditEvents).values(
    entries.map((entry) => ({
      organizationId: actor.organizationId,
      action: entry.action,
      actorKind: entry.actor?.kind ?? actor.kind,
      actorId: entry.actor?.id ?? actorId(actor),
      actorName: entry.actor?.name ?? actorName(actor),
      targetType: entry.target.type,
      targetId: entry.target.id,
      targetName: entry.target.name,
      changes: entry.changes ?? {},
      reason: entry.reason,
      requestId: actor.requestId,
      clientAddress: actor.clientAddress,
    })),
  );
}

/** The fields of `after` that differ from `before`, as an audit event shows them. */
export function changesBetween(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): AuditChanges {
  const changed = Object.keys(after).filter(
    (field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
  );
  return Object.fromEntries(
    changed.map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }]),
  );
}
