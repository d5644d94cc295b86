import "server-only";
import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accessReviewItems, accessReviews } from "@/db/schema";
import { actorId } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { defineQuery } from "@/lib/define-use-case";
import { accessReviewReference, listAccessReviewsInput } from "./access-review-schema";
import { reviewing } from "./start-access-review";

const maxMembers = 5000;

export type ReviewState = "open" | "overdue" | "closed";

function stateOf(review: { closedAt: Date | null; dueAt: Date }): ReviewState {
  if (review.closedAt) return "closed";
  return review.dueAt <= now() ? "overdue" : "open";
}

/** How many members a review has, or how many of them meet a condition. */
function countItems(transaction: Transaction, condition?: SQL) {
  const counted = transaction
    .select({ count: sql`count(*)::int` })
    .from(accessReviewItems)
    .where(
      and(
        eq(accessReviewItems.organizationId, accessReviews.organizationId),
        eq(accessReviewItems.reviewId, accessReviews.id),
        condition,
      ),
    );
  return sql<number>`(${counted})`;
}

/** A page of the organization's access reviews, the latest first. */
export const listAccessReviews = defineQuery({
  name: "listAccessReviews",
  input: listAccessReviewsInput,
  requires: reviewing,
  async run({ input, transaction }) {
    const { where, orderBy, toPage } = newestFirst(accessReviews, input);
    const conditions: (SQL | undefined)[] = [
      input.state === "open" ? isNull(accessReviews.closedAt) : undefined,
      input.state === "closed" ? isNotNull(accessReviews.closedAt) : undefined,
    ];
    const found = await transaction
      .select({
        id: accessReviews.id,
        createdAt: accessReviews.createdAt,
        dueAt: accessReviews.dueAt,
        closedAt: accessReviews.closedAt,
        signature: accessReviews.signature,
        members: countItems(transaction),
        decided: countItems(transaction, isNotNull(accessReviewItems.decision)),
      })
      .from(accessReviews)
      .where(and(...conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(found, input.size);
    return {
      ...page,
      rows: page.rows.map((review) => ({ ...review, state: stateOf(review) })),
      total: await countUpToLimit(transaction, accessReviews, and(...conditions)),
    };
  },
});

export type AccessReview = Awaited<ReturnType<typeof getAccessReview>>;

/** One review with everybody in it, as they were when it started, and what was decided. */
export const getAccessReview = defineQuery({
  name: "getAccessReview",
  input: accessReviewReference,
  requires: reviewing,
  async run({ actor, input, transaction }) {
    const [review] = await transaction
      .select()
      .from(accessReviews)
      .where(eq(accessReviews.id, input.id));
    if (!review) throw new NotFound();
    const items = await transaction
      .select()
      .from(accessReviewItems)
      .where(eq(accessReviewItems.reviewId, review.id))
      .orderBy(asc(accessReviewItems.role), asc(accessReviewItems.memberName))
      .limit(maxMembers);
    return {
      id: review.id,
      createdAt: review.createdAt,
      dueAt: review.dueAt,
      closedAt: review.closedAt,
      signature: review.signature,
      state: stateOf(review),
      items: items.map(({ organizationId, ...item }) => ({
        ...item,
        isSelf: item.memberId === actorId(actor),
      })),
    };
  },
});
