import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "./columns";
import { organizations } from "./organizations";
import { accountStatuses, users } from "./users";

/** One look at who has access and whether they still should. The list is frozen when it starts. */
export const accessReviews = pgTable(
  "access_reviews",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    /** Null when the calendar started it. */
    startedBy: uuid(),
    dueAt: moment().notNull(),
    remindedAt: moment(),
    closedAt: moment(),
    closedBy: uuid(),
    /** The name that the report was signed with. */
    signature: text(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("access_reviews_by_creation").on(table.organizationId, table.createdAt, table.id),
    uniqueIndex("access_reviews_one_open")
      .on(table.organizationId)
      .where(sql`${table.closedAt} is null`),
  ],
);

export const reviewDecisions = ["confirmed", "changed", "suspended", "removed"] as const;

export const accessReviewItems = pgTable(
  "access_review_items",
  {
    organizationId: organizationId(),
    id: id(),
    reviewId: uuid().notNull(),
    memberId: uuid().notNull(),
    memberName: text().notNull(),
    memberEmail: text().notNull(),
    role: text({ enum: ["admin", "staff"] }).notNull(),
    status: text({ enum: accountStatuses }).notNull(),
    lastSeenAt: moment(),
    decision: text({ enum: reviewDecisions }),
    note: text(),
    decidedBy: uuid(),
    decidedByName: text(),
    decidedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.reviewId],
      foreignColumns: [accessReviews.organizationId, accessReviews.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [users.organizationId, users.id],
    }),
    uniqueIndex("access_review_items_member").on(
      table.organizationId,
      table.reviewId,
      table.memberId,
    ),
  ],
);
