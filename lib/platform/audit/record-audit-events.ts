import "server-only";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { insertMany } from "@/db/insert-many";
import { type AuditChanges, auditDetails, auditEvents, auditHeads } from "@/db/schema";
import { type Actor, actorId, actorName } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { queueWebhooks } from "../webhooks/queue-webhooks";
import { genesis, hashDetails, hashEvent, newSalt } from "./chain";

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
  // Before the head: a message refers to its webhook, which somebody who waits for the head may have locked.
  await queueWebhooks(transaction, actor.organizationId, entries);
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
