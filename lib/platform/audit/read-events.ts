import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditDetails, auditEvents } from "@/db/schema";

/** Events with their details; those of an erased person come with nulls. */
export function selectEvents(transaction: Transaction) {
  return transaction
    .select({
      id: auditEvents.id,
      sequence: auditEvents.sequence,
      createdAt: auditEvents.createdAt,
      action: auditEvents.action,
      actorKind: auditEvents.actorKind,
      actorId: auditEvents.actorId,
      targetType: auditEvents.targetType,
      targetId: auditEvents.targetId,
      requestId: auditEvents.requestId,
      hash: auditEvents.hash,
      actorName: auditDetails.actorName,
      targetName: auditDetails.targetName,
      changes: auditDetails.changes,
      reason: auditDetails.reason,
      clientAddress: auditDetails.clientAddress,
    })
    .from(auditEvents)
    .leftJoin(
      auditDetails,
      and(
        eq(auditDetails.organizationId, auditEvents.organizationId),
        eq(auditDetails.eventId, auditEvents.id),
      ),
    )
    .$dynamic();
}
