import { sql } from "drizzle-orm";
import {
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
import { createdAt, id, moment, organizationId } from "./columns";
import { organizations } from "./organizations";

export const bulkLists = ["end-user", "device"] as const;

export const bulkActs = [
  "archive",
  "restore",
  "add-tag",
  "remove-tag",
  "pause-optimization",
  "resume-optimization",
  "send-links",
  "tag-owners",
  "untag-owners",
] as const;

/** A draft waits to be confirmed; collecting writes down which records are meant. */
export const bulkStates = [
  "draft",
  "collecting",
  "running",
  "done",
  "cancelled",
  "failed",
] as const;

export const bulkResults = ["waiting", "done", "unchanged", "failed"] as const;

const isOpen = sql`state in ('collecting', 'running')`;

/** One action on many records, processed in the background. */
export const bulkActions = pgTable(
  "bulk_actions",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    list: text({ enum: bulkLists }).notNull(),
    act: text({ enum: bulkActs }).notNull(),
    tagName: text(),
    /** The end of the pauses that it sets, or that it undoes; null for pauses without an end. */
    pauseUntil: moment(),
    state: text({ enum: bulkStates }).notNull(),
    /** Why it failed, as a problem's name. */
    problem: text(),
    /** The filters of the list whose every match is meant, as in its address; null for chosen records. */
    parameters: text(),
    /** The bulk action whose changes this one takes back. */
    undoesId: uuid(),
    /** How far collecting has come. */
    cursor: text(),
    /** Made by the form, so that sending it twice is one bulk action. */
    requestKey: uuid().notNull(),
    startedBy: uuid().notNull(),
    startedByName: text().notNull(),
    total: integer().notNull().default(0),
    doneCount: integer().notNull().default(0),
    unchangedCount: integer().notNull().default(0),
    failedCount: integer().notNull().default(0),
    createdAt: createdAt(),
    startedAt: moment(),
    workedAt: moment(),
    finishedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("bulk_actions_request").on(table.organizationId, table.requestKey),
    index("bulk_actions_by_creation").on(table.organizationId, table.createdAt, table.id),
    index("bulk_actions_open").on(table.organizationId, table.workedAt).where(isOpen),
    index("due_bulk_action_drafts")
      .on(table.createdAt, table.organizationId)
      .where(sql`state = 'draft'`),
    index("due_finished_bulk_actions")
      .on(table.createdAt, table.organizationId)
      .where(sql`state in ('done', 'cancelled', 'failed')`),
    check(
      "bulk_actions_state",
      sql`${table.state} in ('draft', 'collecting', 'running', 'done', 'cancelled', 'failed')`,
    ),
  ],
);

/** What came of a bulk action for one record. */
export const bulkActionRows = pgTable(
  "bulk_action_rows",
  {
    organizationId: organizationId(),
    bulkActionId: uuid().notNull(),
    recordId: uuid().notNull(),
    result: text({ enum: bulkResults }).notNull().default("waiting"),
    problem: text(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.bulkActionId, table.recordId] }),
    foreignKey({
      columns: [table.organizationId, table.bulkActionId],
      foreignColumns: [bulkActions.organizationId, bulkActions.id],
    }).onDelete("cascade"),
    index("bulk_action_rows_by_result").on(
      table.organizationId,
      table.bulkActionId,
      table.result,
      table.recordId,
    ),
  ],
);
