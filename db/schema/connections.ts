import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId, updatedAt } from "./columns";
import { deviceKinds } from "./device-kind-names";
import { devices } from "./devices";
import { manufacturerAccounts } from "./manufacturer-accounts";
import { organizations } from "./organizations";
import { digest, users } from "./users";

export const connectPurposes = ["connect", "reconnect"] as const;
export const connectChannels = ["copied", "mail", "bulk", "automatic", "api", "self"] as const;
/** Those of them on which the link goes out in a mail. */
export const mailedChannels = ["mail", "bulk", "automatic"] as const;

/**
 * A link with which an end-user connects devices at their manufacturer, or connects one again. Where it is
 * about a device, it is about no other.
 */
export const connectLinks = pgTable(
  "connect_links",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    deviceId: uuid(),
    tokenHash: digest().notNull(),
    purpose: text({ enum: connectPurposes }).notNull(),
    channel: text({ enum: connectChannels }).notNull(),
    language: text({ enum: ["en", "de"] }),
    createdBy: uuid(),
    createdByName: text(),
    /** Where the end-user's browser goes afterwards; null: it stays on our page. */
    successUrl: text(),
    cancelUrl: text(),
    /** What may be connected with it, where it is not about one device. */
    deviceKind: text({ enum: deviceKinds }),
    buildingId: uuid(),
    priceZone: text(),
    startsOptimized: boolean().notNull().default(false),
    /** What the API's client wants back with the session. */
    externalMetadata: jsonb().$type<Record<string, unknown>>(),
    expiresAt: moment().notNull(),
    openedAt: moment(),
    startedAt: moment(),
    completedAt: moment(),
    /** The first of the devices that were connected with it. */
    connectedDeviceId: uuid(),
    /** Why the latest try came to nothing: a key of the `connect.failures` messages. */
    failure: text(),
    failedAt: moment(),
    revokedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.deviceId],
      foreignColumns: [devices.organizationId, devices.id],
    }).onDelete("cascade"),
    uniqueIndex("connect_links_token").on(table.organizationId, table.tokenHash),
    index("connect_links_by_device").on(table.organizationId, table.deviceId, table.createdAt),
    index("connect_links_by_user").on(table.organizationId, table.userId, table.createdAt),
    index("connect_links_unopened")
      .on(table.organizationId, table.createdAt, table.id)
      .where(sql`opened_at is null and revoked_at is null and completed_at is null`),
    index("connect_links_completed")
      .on(table.organizationId, table.completedAt, table.id)
      .where(sql`completed_at is not null and device_id is not null`),
    check("connect_links_purpose", sql`${table.purpose} in ('connect', 'reconnect')`),
    check("connect_links_about", sql`(${table.purpose} = 'reconnect') = (device_id is not null)`),
  ],
);

/** One way from our page to a manufacturer's login and back. When it has ended, only the link's token is kept of its secret. */
export const connectAttempts = pgTable(
  "connect_attempts",
  {
    organizationId: organizationId(),
    id: id(),
    linkId: uuid().notNull(),
    stateHash: digest().notNull(),
    /** Hash of what the browser holds that began; only it can go on. */
    browserHash: digest().notNull(),
    connector: text().notNull(),
    manufacturer: text().notNull(),
    flow: text({ enum: ["code", "device"] }).notNull(),
    /** AES-256-GCM, bound to the attempt: the link's token, and until its end the verifier or device code. */
    encryptedSecret: digest(),
    expiresAt: moment().notNull(),
    spentAt: moment(),
    /** The account that was logged in to, from which devices can be chosen. */
    accountId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.linkId],
      foreignColumns: [connectLinks.organizationId, connectLinks.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.accountId],
      foreignColumns: [manufacturerAccounts.organizationId, manufacturerAccounts.id],
    }).onDelete("cascade"),
    uniqueIndex("connect_attempts_state").on(table.organizationId, table.stateHash),
    index("connect_attempts_by_link").on(table.organizationId, table.linkId, table.createdAt),
    index("connect_attempts_by_creation").on(table.organizationId, table.createdAt),
  ],
);

/** Settings on their way to a device through its manufacturer's cloud. Its id is the key by which one is one. */
export const deviceCommands = pgTable(
  "device_commands",
  {
    organizationId: organizationId(),
    id: id(),
    deviceId: uuid().notNull(),
    settings: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: ["queued", "done", "failed"] })
      .notNull()
      .default("queued"),
    /** Why it did not arrive: a key of the `connect.failures` messages. */
    problem: text(),
    createdAt: createdAt(),
    settledAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.deviceId],
      foreignColumns: [devices.organizationId, devices.id],
    }).onDelete("cascade"),
    index("device_commands_by_device").on(table.organizationId, table.deviceId, table.createdAt),
    index("device_commands_by_creation").on(table.organizationId, table.createdAt),
    check("device_commands_state", sql`${table.state} in ('queued', 'done', 'failed')`),
  ],
);

/** A disconnected device whose end-user is to be told, and when next. Kept by the database. */
export const reconnectionReminders = pgTable(
  "reconnection_reminders",
  {
    organizationId: organizationId(),
    deviceId: uuid().notNull(),
    userId: uuid().notNull(),
    manufacturer: text().notNull(),
    disconnectedSince: moment().notNull(),
    /** How many mails have gone. */
    sent: integer().notNull().default(0),
    /** null: no further one. */
    nextAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.deviceId] }),
    foreignKey({
      columns: [table.organizationId, table.deviceId],
      foreignColumns: [devices.organizationId, devices.id],
    }).onDelete("cascade"),
    index("reconnection_reminders_due").on(table.organizationId, table.nextAt, table.deviceId),
    index("reconnection_reminders_by_user").on(table.organizationId, table.userId),
    index("due_reconnection_reminders")
      .on(table.nextAt, table.organizationId)
      .where(sql`next_at is not null`),
  ],
);

/** How an organization wants connections watched and people reminded. One row, made with the first change. */
export const connectionSettings = pgTable(
  "connection_settings",
  {
    organizationId: organizationId().references(() => organizations.id),
    /** A connected device that said nothing for so long counts as degraded. */
    staleAfterMinutes: integer().notNull().default(180),
    /** How long a link in a mail opens. */
    linkDays: integer().notNull().default(14),
    sendsReminders: boolean().notNull().default(true),
    firstReminderHours: integer().notNull().default(24),
    reminderEveryDays: integer().notNull().default(4),
    maxReminders: integer("most_reminders").notNull().default(3),
    /** No more of these mails to a person within seven days. */
    maxPerWeek: integer("most_per_week").notNull().default(2),
    /** Full hours on the organization's clock between which nothing is sent. */
    quietFromHour: integer().notNull().default(20),
    quietUntilHour: integer().notNull().default(8),
    /** Of apps that an end-user may be led back to, without the colon. */
    appSchemes: text().array().notNull().default(sql`'{}'::text[]`),
    updatedAt: updatedAt(),
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId] }),
    check("connection_settings_stale", sql`${table.staleAfterMinutes} between 15 and 10080`),
    check("connection_settings_link", sql`${table.linkDays} between 1 and 60`),
    check("connection_settings_first", sql`${table.firstReminderHours} between 1 and 720`),
    check("connection_settings_every", sql`${table.reminderEveryDays} between 1 and 60`),
    check("connection_settings_most", sql`${table.maxReminders} between 1 and 10`),
    check("connection_settings_week", sql`${table.maxPerWeek} between 1 and 7`),
    check(
      "connection_settings_quiet",
      sql`${table.quietFromHour} between 0 and 23 and ${table.quietUntilHour} between 0 and 23`,
    ),
  ],
);
