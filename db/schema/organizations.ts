import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, updatedAt, version } from "./columns";

export const environments = ["production", "sandbox"] as const;

export const secondFactorRules = ["optional", "admins", "team"] as const;

/** A utility. Its id is the tenant key of every other table. */
export const organizations = pgTable(
  "organizations",
  {
    id: id().primaryKey(),
    name: text().notNull(),
    slug: text().notNull(),
    environment: text({ enum: environments }).notNull(),
    /** The production organization that a sandbox belongs to. */
    sandboxOf: uuid().references((): AnyPgColumn => organizations.id),
    defaultLanguage: text({ enum: ["en", "de"] })
      .notNull()
      .default("en"),
    timeZone: text().notNull().default("Europe/Vienna"),
    /** Invitations are limited to these domains; empty means any. */
    allowedEmailDomains: text().array().notNull().default(sql`'{}'::text[]`),
    sessionIdleMinutes: integer().notNull().default(60),
    sessionAbsoluteHours: integer().notNull().default(12),
    /** Whom of the team the organization asks for a second factor. */
    secondFactorRule: text({ enum: secondFactorRules }).notNull().default("optional"),
    /** An access review starts by itself so many months after the last; 0: never. */
    reviewEveryMonths: integer().notNull().default(3),
    /** Members not seen for so many days are suspended; null: never. */
    suspendInactiveDays: integer(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    updatedBy: uuid(),
    version: version(),
  },
  (table) => [
    uniqueIndex("organizations_slug").on(table.slug),
    uniqueIndex("organizations_sandbox_of").on(table.sandboxOf),
    check("organizations_slug_form", sql`${table.slug} ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'`),
    check("organizations_environment", sql`${table.environment} in ('production', 'sandbox')`),
    check(
      "organizations_second_factor_rule",
      sql`${table.secondFactorRule} in ('optional', 'admins', 'team')`,
    ),
    check("organizations_review_months", sql`${table.reviewEveryMonths} between 0 and 12`),
    check("organizations_inactive_days", sql`${table.suspendInactiveDays} in (30, 60, 90)`),
    check("organizations_session_idle", sql`${table.sessionIdleMinutes} between 5 and 1440`),
    check("organizations_session_absolute", sql`${table.sessionAbsoluteHours} between 1 and 168`),
  ],
);
