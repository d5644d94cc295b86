import "server-only";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { insertMany } from "@/db/insert-many";
import { type AuditChanges, auditDetails, auditEvents, auditHeads } from "@/db/schema";
import { type Actor, actorId, actorName } from "../access/actor";
import { now } from "../clock";
import { queueWebhooks } from "../webhooks/queue-webhooks";
import type { AuditAction } from "./actions";
import { genesis, hashDetails, hashEvent, newSalt } from "./chain";

export type AuditTarget = { type: string; id?: string | undefined; name?: string | undefined };

export type AuditEntry = {
  action: AuditAction;
  target: AuditTarget;
  changes?: AuditChanges;
  reason?: string | undefined;
  /** Whose act it was where the actor only became known by it, as at login. */
  actor?: { id: string; name: string; kind: string };
};

/**
 * Writes events into the transaction of the change they speak of: both stand or neither. Each is
 * chained to the one before; the head's row lock lets one writer of an organization in at a time, so
 * this comes last in a transaction.
 */
export async function recordAuditEvents(
  transaction: Transaction,
  actor: Actor,
  entries: AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  let head = await lockHead(transaction, actor.organizationId);
  const events: (typeof auditEvents.$inferInsert)[] = [];
  const allDetails: (typeof auditDetails.$inferInsert)[] = [];
  for (const entry of entries) {
    const salt = newSalt();
    const details = detailsOf(entry, actor);
    const sequence = head.sequence + 1;
    const createdAt = now();
    const event = {
      organizationId: actor.organizationId,
      // Its moment says in which quarter the details are kept; its number keeps the order within a millisecond.
      id: uuidv7({ msecs: createdAt.getTime(), seq: sequence }),
      sequence,
      createdAt,
      action: entry.action,
      actorKind: entry.actor?.kind ?? actor.kind,
      actorId: entry.actor?.id ?? actorId(actor) ?? null,
      targetType: entry.target.type,
      targetId: entry.target.id ?? null,
      requestId: actor.requestId,
      detailsHash: hashDetails(salt, details),
    };
    const hash = hashEvent(event, head.hash);
    events.push({ ...event, previousHash: head.hash, hash });
    allDetails.push({
      organizationId: actor.organizationId,
      eventId: event.id,
      salt,
      ...details,
    });
    head = { sequence: event.sequence, hash };
  }
  await transaction.execute(insertMany(auditEvents, events));
  await transaction.execute(insertMany(auditDetails, allDetails));
  await transaction
    .update(auditHeads)
    .set(head)
    .where(sql`${auditHeads.organizationId} = ${actor.organizationId}`);
  await queueWebhooks(transaction, actor.organizationId, entries);
}

async function lockHead(transaction: Transaction, organizationId: string) {
  const [head] = await transaction
    .insert(auditHeads)
    .values({ organizationId, sequence: 0, hash: genesis })
    .onConflictDoUpdate({
      target: auditHeads.organizationId,
      set: { sequence: sql`${auditHeads.sequence}` },
    })
    .returning({ sequence: auditHeads.sequence, hash: auditHeads.hash });
  if (!head) throw new Error("The head of the audit log is missing.");
  return head;
}

function detailsOf(entry: AuditEntry, actor: Actor) {
  return {
    actorName: entry.actor?.name ?? actorName(actor),
    targetName: entry.target.name ?? null,
    // As it will be read back, since that is what the hash is checked against.
    changes: JSON.parse(JSON.stringify(entry.changes ?? {})) as AuditChanges,
    reason: entry.reason ?? null,
    clientAddress: actor.clientAddress ?? null,
  };
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
