import { sql } from "drizzle-orm";
import {
  check,
  customType,
  doublePrecision,
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

export const personRoles = ["admin", "staff", "user"] as const;
export const userStatuses = ["invited", "active", "suspended"] as const;
export const languages = ["en", "de"] as const;

/** 32 bytes of SHA-256. */
export const digest = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/**
 * Everyone with a record in an organization: admins, staff and end-users (role `user`).
 * `deletedAt` frees the address for a new record; the old one stays for the audit log.
 */
export const users = pgTable(
  "users",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    role: text({ enum: personRoles }).notNull(),
    status: text({ enum: userStatuses }).notNull(),
    email: text().notNull(),
    emailNormalized: text().notNull().generatedAlwaysAs(sql`lower(email)`),
    externalUserId: text(),
    firstName: text(),
    lastName: text(),
    /** What lists sort by: last name, first name, else the address. */
    sortName: text()
      .notNull()
      .generatedAlwaysAs(
        sql`normalize_for_search(coalesce(nullif(trim(coalesce(last_name, '') || ' ' || coalesce(first_name, '')), ''), email))`,
      ),
    phone: text(),
    language: text({ enum: languages }),
    timeZone: text(),
    streetAndNumber: text(),
    streetAddInfo: text(),
    zipCode: text(),
    town: text(),
    country: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    locationLastUpdated: moment(),
    passwordHash: text(),
    passwordChangedAt: moment(),
    termsVersion: text(),
    termsAcceptedAt: moment(),
    lastSeenAt: moment(),
    /** When a team member confirmed that they see what they should, the last step of onboarding. */
    accessVerifiedAt: moment(),
    onboardingNudgedAt: moment(),
    /** Temporary access of a team member: from this moment on nothing is open to them. */
    accessEndsAt: moment(),
    accessEndSetBy: uuid(),
    /** The last warning sent, in days before the end. */
    accessWarnedDays: integer(),
    /** When the end was carried out: sessions closed, event written. */
    accessEndedAt: moment(),
    searchText: text()
      .notNull()
      .generatedAlwaysAs(
        sql`normalize_for_search(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(first_name, '') || ' ' || email || ' ' || coalesce(external_user_id, '') || ' ' || coalesce(town, ''))`,
      ),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: moment(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("users_email")
      .on(table.organizationId, table.emailNormalized)
      .where(sql`${table.deletedAt} is null`),
    uniqueIndex("users_external_user_id")
      .on(table.organizationId, table.externalUserId)
      .where(sql`${table.deletedAt} is null and ${table.externalUserId} is not null`),
    index("users_by_creation")
      .on(table.organizationId, table.role, table.createdAt, table.id)
      .where(sql`${table.deletedAt} is null`),
    index("users_by_name")
      .on(table.organizationId, table.role, table.sortName, table.id)
      .where(sql`${table.deletedAt} is null`),
    index("users_by_email")
      .on(table.organizationId, table.role, table.emailNormalized, table.id)
      .where(sql`${table.deletedAt} is null`),
    index("users_by_country_and_creation")
      .on(table.organizationId, table.role, table.country, table.createdAt, table.id)
      .where(sql`${table.deletedAt} is null`),
    index("users_by_access_end")
      .on(table.organizationId, table.accessEndsAt)
      .where(
        sql`${table.deletedAt} is null and ${table.accessEndsAt} is not null and ${table.accessEndedAt} is null`,
      ),
    check("users_role", sql`${table.role} in ('admin', 'staff', 'user')`),
    check("users_status", sql`${table.status} in ('invited', 'active', 'suspended')`),
    check("users_country", sql`${table.country} ~ '^[A-Z]{2}$'`),
    check("users_latitude", sql`${table.latitude} between -90 and 90`),
    check("users_longitude", sql`${table.longitude} between -180 and 180`),
  ],
);

/** Every role a team member was given, by whom and why. The newest row is the present role. */
export const roleAssignments = pgTable(
  "role_assignments",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    role: text({ enum: personRoles }).notNull(),
    reason: text().notNull(),
    assignedBy: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    index("role_assignments_by_user").on(table.organizationId, table.userId, table.createdAt),
  ],
);
