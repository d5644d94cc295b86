import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings, scheduledMoves } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";

/**
 * Ends what ties an end-user who is erased to buildings of others: what they were to take over fails, with words
 * for the present owner's page, and what was to leave them goes with them.
 */
export async function endMovesOf(transaction: Transaction, userId: string): Promise<AuditEntry[]> {
  const owned = transaction
    .select({ id: buildings.id })
    .from(buildings)
    .where(eq(buildings.userId, userId));
  await transaction.delete(scheduledMoves).where(inArray(scheduledMoves.buildingId, owned));
  const failed = await transaction
    .update(scheduledMoves)
    .set({ state: "failed", failure: "newOwnerGone", settledAt: now() })
    .where(and(eq(scheduledMoves.userId, userId), eq(scheduledMoves.state, "scheduled")))
    .returning();
  return failed.map(({ buildingId, firstDay }) => ({
    action: "building.move-failed",
    target: { type: "building", id: buildingId },
    changes: { movedOn: { before: firstDay, after: null } },
    reason: "newOwnerGone",
  }));
}
