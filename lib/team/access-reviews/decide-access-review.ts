import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accessReviewItems, accessReviews, users } from "@/db/schema";
import { type Actor, actorId, actorName } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { Conflict, Invalid, NotFound } from "@/lib/core/errors";
import { defineCommand } from "@/lib/define-use-case";
import { ownAccount } from "@/lib/identity/account/get-own-account";
import { closeAccessReviewInput, confirmAccessInput } from "./access-review-schema";
import { reviewing } from "./start-access-review";

/** To decide and to sign is for people. */
const reviewingInPerson = (context: { actor: Actor }) => [
  ...reviewing(),
  ...ownAccount("update")(context),
];

/**
 * Confirms that a member should go on having the access they have.
 * @throws Conflict `ownAccount`, since nobody reviews themself; `reviewClosed`; or `reviewDecided`
 */
export const confirmMemberAccess = defineCommand({
  name: "confirmMemberAccess",
  input: confirmAccessInput,
  requires: reviewingInPerson,
  async run({ actor, input, transaction }) {
    const [found] = await transaction
      .select({ item: accessReviewItems, closedAt: accessReviews.closedAt })
      .from(accessReviewItems)
      .innerJoin(
        accessReviews,
        and(
          eq(accessReviews.organizationId, accessReviewItems.organizationId),
          eq(accessReviews.id, accessReviewItems.reviewId),
        ),
      )
      .where(eq(accessReviewItems.id, input.itemId));
    if (!found) throw new NotFound();
    if (found.closedAt) throw new Conflict("reviewClosed");
    if (found.item.memberId === actorId(actor)) throw new Conflict("ownAccount");
    const decided = await transaction
      .update(accessReviewItems)
      .set({
        decision: "confirmed",
        note: input.note,
        decidedBy: actorId(actor) ?? null,
        decidedByName: actorName(actor),
        decidedAt: now(),
      })
      .where(and(eq(accessReviewItems.id, input.itemId), isNull(accessReviewItems.decision)))
      .returning({ id: accessReviewItems.id });
    if (decided.length === 0) throw new Conflict("reviewDecided");
    return {
      result: { id: found.item.reviewId },
      audit: [
        {
          action: "access-review.confirmed",
          target: { type: "user", id: found.item.memberId, name: found.item.memberName },
          reason: input.note ?? undefined,
        },
      ],
    };
  },
});

/**
 * Signs a review off. Everybody must have been decided about; only the one admin whom nobody else
 * could review may be left over.
 * @throws Conflict `reviewClosed` or `reviewIncomplete`
 * @throws Invalid when the signature is not the signer's own name
 */
export const closeAccessReview = defineCommand({
  name: "closeAccessReview",
  input: closeAccessReviewInput,
  locksOrganization: true,
  requires: reviewingInPerson,
  requiresStepUp: true,
  async run({ actor, input, transaction }) {
    const [review] = await transaction
      .select()
      .from(accessReviews)
      .where(eq(accessReviews.id, input.id));
    if (!review) throw new NotFound();
    if (input.signature.toLowerCase() !== actorName(actor).toLowerCase()) {
      throw new Invalid({ signature: "signature" });
    }
    const openItems = await countOpen(transaction, review.id, actorId(actor) ?? null);
    if (openItems > 0) throw new Conflict("reviewIncomplete");
    const closed = await transaction
      .update(accessReviews)
      .set({ closedAt: now(), closedBy: actorId(actor) ?? null, signature: actorName(actor) })
      .where(and(eq(accessReviews.id, review.id), isNull(accessReviews.closedAt)))
      .returning({ id: accessReviews.id });
    if (closed.length === 0) throw new Conflict("reviewClosed");
    return {
      result: { id: review.id },
      audit: [{ action: "access-review.closed", target: { type: "access-review", id: review.id } }],
    };
  },
});

/** Undecided items, without that of the signer where there is nobody else to decide about it. */
async function countOpen(
  transaction: Transaction,
  reviewId: string,
  signerId: string | null,
): Promise<number> {
  const [otherAdmin] = await transaction
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.role, "admin"),
        eq(users.status, "active"),
        isNull(users.deletedAt),
        signerId ? ne(users.id, signerId) : undefined,
      ),
    )
    .limit(1);
  const [counted] = await transaction
    .select({ count: sql<number>`count(*)::int` })
    .from(accessReviewItems)
    .where(
      and(
        eq(accessReviewItems.reviewId, reviewId),
        isNull(accessReviewItems.decision),
        signerId && !otherAdmin ? ne(accessReviewItems.memberId, signerId) : undefined,
      ),
    );
  return counted?.count ?? 0;
}
