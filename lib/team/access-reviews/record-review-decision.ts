import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accessReviewItems, accessReviews, type reviewDecisions } from "@/db/schema";
import { type Actor, actorId, actorName } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";

type Decision = (typeof reviewDecisions)[number];

/**
 * What is done to a member while a review is open is that review's decision about them, wherever in
 * the portal it was done. A later act replaces a confirmation, never the other way round.
 */
export async function recordReviewDecision(
  transaction: Transaction,
  actor: Actor,
  memberId: string,
  decision: Exclude<Decision, "confirmed">,
  note: string | null,
): Promise<void> {
  const open = transaction
    .select({ id: accessReviews.id })
    .from(accessReviews)
    .where(isNull(accessReviews.closedAt));
  await transaction
    .update(accessReviewItems)
    .set({
      decision,
      note,
      decidedBy: actorId(actor) ?? null,
      decidedByName: actorName(actor),
      decidedAt: now(),
    })
    .where(
      and(eq(accessReviewItems.memberId, memberId), inArray(accessReviewItems.reviewId, open)),
    );
}
