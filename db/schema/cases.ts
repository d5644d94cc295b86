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
import { createdAt, id, moment, organizationId, updatedAt, version } from "./columns";
import { devices } from "./devices";
import { organizations } from "./organizations";
import { users } from "./users";

export const caseStates = ["open", "waiting", "solved"] as const;
export const casePriorities = ["low", "normal", "high", "urgent"] as const;
export const caseEntryKinds = ["note", "answer", "escalation"] as const;

/** A customer's problem that somebody of the team takes care of. */
export const cases = pgTable(
  "cases",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    /** Counted within the organization, as people say it on the phone. */
    number: integer().notNull(),
    subject: text().notNull(),
    state: text({ enum: caseStates }).notNull().default("open"),
    priority: text({ enum: casePriorities }).notNull().default("normal"),
    /** Sorts by priority: urgent first. */
    rank: integer()
      .notNull()
      .generatedAlwaysAs(
        sql`case priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 else 3 end`,
      ),
    userId: uuid(),
    assigneeId: uuid(),
    /** Where the same problem stands in another system. */
    externalLink: text(),
    createdBy: uuid(),
    createdByName: text().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    firstAnsweredAt: moment(),
    solvedAt: moment(),
    escalatedAt: moment(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.assigneeId],
      foreignColumns: [users.organizationId, users.id],
    }),
    uniqueIndex("cases_number").on(table.organizationId, table.number),
    index("cases_by_creation").on(table.organizationId, table.createdAt, table.id),
    index("cases_by_state").on(table.organizationId, table.state, table.createdAt, table.id),
    index("cases_by_assignee").on(
      table.organizationId,
      table.assigneeId,
      table.state,
      table.createdAt,
      table.id,
    ),
    index("cases_by_user").on(table.organizationId, table.userId, table.createdAt, table.id),
    check("cases_state", sql`${table.state} in ('open', 'waiting', 'solved')`),
    check("cases_priority", sql`${table.priority} in ('low', 'normal', 'high', 'urgent')`),
  ],
);

export const caseDevices = pgTable(
  "case_devices",
  { organizationId: organizationId(), caseId: uuid().notNull(), deviceId: uuid().notNull() },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.caseId, table.deviceId] }),
    foreignKey({
      columns: [table.organizationId, table.caseId],
      foreignColumns: [cases.organizationId, cases.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.deviceId],
      foreignColumns: [devices.organizationId, devices.id],
    }).onDelete("cascade"),
    index("case_devices_by_device").on(table.organizationId, table.deviceId),
  ],
);

/** What was said about a case: inside the team, to the customer, or that it was escalated. */
export const caseEntries = pgTable(
  "case_entries",
  {
    organizationId: organizationId(),
    id: id(),
    caseId: uuid().notNull(),
    kind: text({ enum: caseEntryKinds }).notNull(),
    body: text().notNull(),
    authorId: uuid(),
    authorName: text().notNull(),
    /** Whom it was brought to the attention of. */
    mentioned: uuid().array().notNull().default(sql`'{}'::uuid[]`),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.caseId],
      foreignColumns: [cases.organizationId, cases.id],
    }).onDelete("cascade"),
    index("case_entries_by_case").on(table.organizationId, table.caseId, table.createdAt, table.id),
    index("case_entries_with_mention")
      .on(table.organizationId, table.createdAt, table.id)
      .where(sql`mentioned <> '{}'`),
  ],
);

/** Answers that are given often. */
export const answerTemplates = pgTable(
  "answer_templates",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    name: text().notNull(),
    body: text().notNull(),
    createdAt: createdAt(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("answer_templates_name").on(table.organizationId, table.name),
  ],
);
