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
import { createdAt, id, moment, organizationId } from "./columns";
import { digest, users } from "./users";

const ofUser = (table: { organizationId: AnyPgColumn; userId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.organizationId, table.userId],
    foreignColumns: [users.organizationId, users.id],
  });

/** A login. Every request looks this row up by the hash of the token in its cookie. */
export const sessions = pgTable(
  "sessions",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    /** SHA-256 of the token in the cookie. Null for what was started before tokens; opens nothing. */
    tokenHash: digest(),
    createdAt: createdAt(),
    lastSeenAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    revokedReason: text({
      enum: [
        "logged_out",
        "removed",
        "suspended",
        "password_changed",
        "ended_by_user",
        "ended_by_admin",
        "access_ended",
        "second_factor_reset",
        "address_changed",
      ],
    }),
    clientAddress: text(),
    userAgent: text(),
    /** The password was right, and the second factor is still to come: opens nothing yet. */
    awaitsSecondFactor: boolean().notNull().default(false),
    /** When the person last proved who they are: at login, or again before something grave. */
    provenAt: moment().notNull().defaultNow(),
    /** The challenge of a passkey ceremony under way; spent by its answer. */
    passkeyChallenge: text(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    ofUser(table),
    uniqueIndex("sessions_by_token").on(table.organizationId, table.tokenHash),
    index("sessions_by_creation").on(table.organizationId, table.createdAt),
    index("sessions_by_last_seen")
      .on(table.organizationId, table.lastSeenAt)
      .where(sql`${table.revokedAt} is null`),
    index("sessions_by_user").on(table.organizationId, table.userId, table.createdAt),
    index("due_sessions_by_creation").on(table.createdAt, table.organizationId),
    index("due_sessions_by_last_seen")
      .on(table.lastSeenAt, table.organizationId)
      .where(sql`revoked_at is null`),
  ],
);

/** One sent invitation link. Only the hash of its token is kept; a resend replaces the row. */
export const invitations = pgTable(
  "invitations",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    tokenHash: digest().notNull(),
    /** The person or API client that invites. */
    invitedBy: uuid(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    revokedAt: moment(),
    revokedReason: text({ enum: ["replaced", "revoked", "removed"] }),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    ofUser(table),
    uniqueIndex("invitations_token").on(table.organizationId, table.tokenHash),
    uniqueIndex("invitations_one_open_per_user")
      .on(table.organizationId, table.userId)
      .where(sql`${table.acceptedAt} is null and ${table.revokedAt} is null`),
    index("invitations_by_user").on(table.organizationId, table.userId, table.createdAt),
    index("invitations_by_creation").on(table.organizationId, table.createdAt),
  ],
);

export const passwordResets = pgTable(
  "password_resets",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    tokenHash: digest().notNull(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    revokedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    ofUser(table),
    uniqueIndex("password_resets_token").on(table.organizationId, table.tokenHash),
    index("password_resets_by_user").on(table.organizationId, table.userId, table.createdAt),
  ],
);

/** A new address that both its owner's mailboxes have to agree to, the old one and the new one. */
export const addressChanges = pgTable(
  "address_changes",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    email: text().notNull(),
    /** Of the link in the mail to the present address. */
    oldTokenHash: digest().notNull(),
    /** Of the link in the mail to the new address. */
    newTokenHash: digest().notNull(),
    oldConfirmedAt: moment(),
    newConfirmedAt: moment(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    completedAt: moment(),
    cancelledAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    ofUser(table),
    uniqueIndex("address_changes_old_token").on(table.organizationId, table.oldTokenHash),
    uniqueIndex("address_changes_new_token").on(table.organizationId, table.newTokenHash),
    uniqueIndex("address_changes_one_open")
      .on(table.organizationId, table.userId)
      .where(sql`${table.completedAt} is null and ${table.cancelledAt} is null`),
  ],
);

export const mailTemplates = [
  "invitation",
  "password-reset",
  "password-changed",
  "role-changed",
  "role-change-noted",
  "access-end-set",
  "access-end-lifted",
  "access-ends-soon",
  "member-access-ends-soon",
  "member-access-ended",
  "audit-head",
  "review-started",
  "review-reminder",
  "onboarding-nudge",
  "second-factor-added",
  "second-factor-removed",
  "address-change",
  "address-change-new",
  "address-changed",
  "organization-deletion",
  "organization-deletion-cancelled",
  "security-finding",
  "invoice-issued",
  "invoice-reminder",
  "invoice-last-notice",
  "invoice-paid",
  "second-factor-reset",
  "reconnection",
  "case-assigned",
  "case-mention",
  "case-answer",
  "case-escalated",
  "connection",
  "portal-access",
] as const;
export const mailStates = [
  "queued",
  "sent",
  "delivered",
  "bounced",
  "failed",
  "cancelled",
] as const;

/**
 * The outbox: a mail is written in the transaction that causes it and rendered when it is sent.
 * `encryptedSecret` holds the link token (AES-256-GCM) until the mail is sent, then it is cleared.
 */
export const outgoingMails = pgTable(
  "outgoing_mails",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    invitationId: uuid(),
    template: text({ enum: mailTemplates }).notNull(),
    recipient: text().notNull(),
    language: text({ enum: ["en", "de"] }).notNull(),
    parameters: text().notNull(),
    encryptedSecret: digest(),
    state: text({ enum: mailStates }).notNull().default("queued"),
    attempts: integer().notNull().default(0),
    failureReason: text(),
    providerId: text(),
    createdAt: createdAt(),
    stateChangedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    ofUser(table),
    index("outgoing_mails_by_creation").on(table.organizationId, table.createdAt),
    index("outgoing_mails_by_user").on(table.organizationId, table.userId, table.createdAt),
    index("outgoing_mails_by_invitation").on(table.organizationId, table.invitationId),
    uniqueIndex("outgoing_mails_provider_id")
      .on(table.organizationId, table.providerId)
      .where(sql`${table.providerId} is not null`),
    check(
      "outgoing_mails_state",
      sql`${table.state} in ('queued', 'sent', 'delivered', 'bounced', 'failed', 'cancelled')`,
    ),
  ],
);
