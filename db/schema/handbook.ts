import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId, updatedAt, version } from "./columns";
import { organizations } from "./organizations";
import { users } from "./users";

export const handbookCategories = ["procedure", "escalation", "contact", "training"] as const;
export const handbookAudiences = ["team", "admins"] as const;

/** A page of the organization's handbook, in Markdown. Its texts of old are in `handbook_revisions`. */
export const handbookEntries = pgTable(
  "handbook_entries",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    title: text().notNull(),
    body: text().notNull(),
    category: text({ enum: handbookCategories }).notNull(),
    audience: text({ enum: handbookAudiences }).notNull(),
    /** Reading it is a step of everybody's onboarding; a new revision asks again if it says so. */
    isRequired: boolean().notNull().default(false),
    /** Counts the texts; only a changed title or body makes a new one. */
    revision: integer().notNull().default(1),
    /** The oldest revision whose readers need not read again. */
    readSince: integer().notNull().default(1),
    searchText: text().notNull().generatedAlwaysAs(sql`normalize_for_search(title || ' ' || body)`),
    sortTitle: text().notNull().generatedAlwaysAs(sql`normalize_for_search(title)`),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid(),
    deletedAt: moment(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("handbook_entries_by_title")
      .on(table.organizationId, table.sortTitle, table.id)
      .where(sql`${table.deletedAt} is null`),
    check(
      "handbook_entries_category",
      sql`${table.category} in ('procedure', 'escalation', 'contact', 'training')`,
    ),
    check("handbook_entries_audience", sql`${table.audience} in ('team', 'admins')`),
  ],
);

const ofEntry = (table: { organizationId: AnyPgColumn; entryId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.organizationId, table.entryId],
    foreignColumns: [handbookEntries.organizationId, handbookEntries.id],
  });

export const handbookRevisions = pgTable(
  "handbook_revisions",
  {
    organizationId: organizationId(),
    id: id(),
    entryId: uuid().notNull(),
    revision: integer().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    authorId: uuid(),
    authorName: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    ofEntry(table),
    uniqueIndex("handbook_revisions_number").on(
      table.organizationId,
      table.entryId,
      table.revision,
    ),
  ],
);

/** Who confirmed to have read which text. */
export const handbookReadings = pgTable(
  "handbook_readings",
  {
    organizationId: organizationId(),
    userId: uuid().notNull(),
    entryId: uuid().notNull(),
    revision: integer().notNull(),
    readAt: createdAt(),
  },
  (table) => [
    primaryKey({
      columns: [table.organizationId, table.userId, table.entryId, table.revision],
    }),
    ofEntry(table),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
  ],
);
