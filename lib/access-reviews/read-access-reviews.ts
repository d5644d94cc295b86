import "server-only";
import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { accessReviewItems, accessReviews } from "@/db/schema";
import { actorId } from "../access/actor";
import { defineQuery } from "../access/use-case";
import { now } from "../clock";
import { NotFound } from "../errors";
import { countUpToLimit } from "../lists/count-up-to-limit";
import { keyset } from "../lists/keyset";
import { accessReviewReference, listAccessReviewsInput } from "./access-review-schema";
import { reviewing } from "./start-access-review";

const mostMembers = 5000;

export type ReviewState = "open" | "overdue" | "closed";

function stateOf(review: { closedAt: Date | null; dueAt: Date }): ReviewState {
  if (review.closedAt) return "closed";
  return review.dueAt <= now() ? "overdue" : "open";
}

const countItems = (condition: SQL) =>
  sql<number>`(select count(*)::int from ${accessReviewItems}
    where ${accessReviewItems.organizationId} = ${accessReviews.organizationId}
    and ${accessReviewItems.reviewId} = ${accessReviews.id} and ${condition})`;

/** A page of the organization's access reviews, the latest first. */
export const listAccessReviews = defineQuery({
  name: "listAccessReviews",
  input: listAccessReviewsInput,
  requires: reviewing,
  async run({ input, transaction }) {
    const { where, orderBy, toPage } = keyset(
      {
        expression: accessReviews.createdAt,
        type: "timestamptz",
        direction: input.direction ?? "desc",
      },
      accessReviews.id,
      input.cursor,
    );
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
        members: countItems(sql`true`),
        decided: countItems(sql`${accessReviewItems.decision} is not null`),
      })
      .from(accessReviews)
      .where(and(...conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(
      found.map((row) => ({ ...row, sortValue: row.createdAt.toISOString() })),
      input.size,
    );
    return {
      ...page,
      rows: page.rows.map(({ sortValue, ...review }) => ({ ...review, state: stateOf(review) })),
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
      .limit(mostMembers);
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
