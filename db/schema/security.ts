import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "./columns";
import { organizations } from "./organizations";

export const securityFindingKinds = [
  "failed_logins",
  "password_spraying",
  "new_device",
  "mass_export",
  "mass_deletion",
  "revoked_credential",
  "simultaneous_use",
] as const;

/** One thing that a finding rests on: when, what and from where. */
export type FindingEvidence = {
  at: string;
  /** The action of an audit event, where it is one. */
  action?: string;
  what?: string | null;
  device?: string | null;
  clientAddress?: string | null;
};

/**
 * Something suspicious, found by the watch. One is open for each kind and subject at a time: more of the
 * same adds to it, and only the first is mailed.
 */
export const securityFindings = pgTable(
  "security_findings",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    kind: text({ enum: securityFindingKinds }).notNull(),
    /** Whom or what it is about: a person, an API client, an address that logins come from. */
    subjectType: text({ enum: ["user", "api-client", "address"] }).notNull(),
    subjectId: uuid().notNull(),
    subjectName: text().notNull(),
    /** How many times it has happened, evidence beyond the kept included. */
    occurrences: integer().notNull(),
    evidence: jsonb().$type<FindingEvidence[]>().notNull(),
    createdAt: createdAt(),
    lastAt: moment().notNull(),
    acknowledgedAt: moment(),
    acknowledgedBy: uuid(),
    acknowledgedByName: text(),
    note: text(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("security_findings_one_open")
      .on(table.organizationId, table.kind, table.subjectId)
      .where(sql`${table.acknowledgedAt} is null`),
    index("security_findings_by_creation").on(table.organizationId, table.createdAt, table.id),
    index("security_findings_by_subject").on(table.organizationId, table.subjectId, table.lastAt),
    check("security_findings_occurrences", sql`${table.occurrences} > 0`),
  ],
);
