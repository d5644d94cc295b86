import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  customType,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId, updatedAt, version } from "./columns";

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
    sandboxOf: uuid().references((): AnyPgColumn => organizations.id, { onDelete: "set null" }),
    defaultLanguage: text({ enum: ["en", "de"] })
      .notNull()
      .default("en"),
    timeZone: text().notNull().default("Europe/Vienna"),
    /** Of phone numbers without a country code (ISO 3166-1); null: the country of the time zone. */
    country: text(),
    /** Invitations are limited to these domains; empty means any. */
    allowedEmailDomains: text().array().notNull().default(sql`'{}'::text[]`),
    sessionIdleMinutes: integer().notNull().default(60),
    sessionAbsoluteHours: integer().notNull().default(12),
    /** Whom of the team the organization asks for a second factor. */
    secondFactorRule: text({ enum: secondFactorRules }).notNull().default("optional"),
    /** Months from one access review to the next, which starts automatically; 0: never. */
    reviewEveryMonths: integer().notNull().default(3),
    /** Days of inactivity after which members are suspended; null: never. */
    suspendInactiveDays: integer(),
    /** Shortest password in characters. */
    passwordLeastLength: integer().notNull().default(15),
    /** Whether people's own tokens open the endpoint for assistants (MCP). */
    allowsAssistants: boolean().notNull().default(false),
    /** A colour of the organization for buttons and links, as `#rrggbb`. */
    accentColor: text(),
    /** The name that mails come from; null: the operator's. */
    mailSenderName: text(),
    /** Where answers to mails go; null: nowhere. */
    mailReplyTo: text(),
    /** Months after which values and names of audit events are erased; null: never. */
    retainAuditMonths: integer(),
    /** Days after which sent mails are deleted. */
    retainMailDays: integer().notNull().default(365),
    /** When the organization is to be deleted, after an admin has asked for it. */
    deletionDueAt: moment(),
    deletionRequestedBy: uuid(),
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
    check("organizations_password_length", sql`${table.passwordLeastLength} between 15 and 64`),
    check("organizations_accent_color", sql`${table.accentColor} ~ '^#[0-9a-f]{6}$'`),
    check("organizations_audit_retention", sql`${table.retainAuditMonths} between 12 and 240`),
    check("organizations_mail_retention", sql`${table.retainMailDays} between 30 and 3650`),
    check("organizations_session_idle", sql`${table.sessionIdleMinutes} between 5 and 1440`),
    check("organizations_session_absolute", sql`${table.sessionAbsoluteHours} between 1 and 168`),
  ],
);

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** An organization's logo as PNG, re-encoded by us; apart, so that nothing else carries it along. */
export const organizationLogos = pgTable(
  "organization_logos",
  {
    organizationId: organizationId().references(() => organizations.id),
    image: bytes().notNull(),
    /** Changes with the image, for addresses that may be cached for good. */
    contentHash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId] })],
);

/** Terms of service that an organization has published. The latest holds; earlier ones stay readable. */
export const termsVersions = pgTable(
  "terms_versions",
  {
    organizationId: organizationId().references(() => organizations.id),
    /** Counts from 1 in each organization. */
    number: integer().notNull(),
    /** Markdown. */
    textEn: text().notNull(),
    textDe: text().notNull(),
    /** What has changed, for those who are asked again. */
    summary: text().notNull(),
    publishedByName: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.number] })],
);

/** An organization's own words for a mail, in one language. */
export const mailTexts = pgTable(
  "mail_texts",
  {
    organizationId: organizationId().references(() => organizations.id),
    template: text().notNull(),
    language: text({ enum: ["en", "de"] }).notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    closing: text().notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.template, table.language] })],
);
