import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId, updatedAt, version } from "./columns";
import { organizations } from "./organizations";

export const personRoles = ["admin", "staff", "user"] as const;
export const accountStatuses = ["invited", "active", "suspended"] as const;
/** `no-access`: an end-user without an account, whose address, if there is one, may be another's too. */
export const userStatuses = [...accountStatuses, "no-access"] as const;
export const salutations = ["ms", "mr", "neutral"] as const;
export const contactChannels = ["email", "phone", "post"] as const;
export const languages = ["en", "de"] as const;
/** What stands between the cells of files that a person downloads. */
export const exportSeparators = ["semicolon", "comma"] as const;

/** 32 bytes of SHA-256. */
export const digest = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** Words without case and accents, to be found whole or by their beginnings. */
export const lexemes = customType<{ data: string }>({ dataType: () => "tsvector" });

const isListed = sql`deleted_at is null and archived_at is null`;
const hasFacet = sql`facet is not null`;

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
    /** Where mails go. Of accounts it is also what they log in with, and unique. */
    email: text(),
    /** In lower case, empty without one. This and the other columns made by `derive_person_columns` are not written. */
    emailNormalized: text().notNull().default(""),
    externalUserId: text(),
    /** Of an end-user that is a company; the names are then those of its contact. */
    companyName: text(),
    vatId: text(),
    salutation: text({ enum: salutations }),
    preferredChannel: text({ enum: contactChannels }),
    firstName: text(),
    lastName: text(),
    /** What lists sort by: company, else last name and first name, else address, customer number or phone. */
    sortName: text().notNull().default(""),
    phone: text(),
    /** The number in E.164, where `phone` can be read as one, and its extension. */
    phoneInternational: text(),
    phoneExtension: text(),
    /** The country whose national numbers `phone` was read as (ISO 3166-1, ZZ for none); null: it was not read yet. */
    phoneCountry: text(),
    language: text({ enum: languages }),
    timeZone: text(),
    /** Null: by the language. */
    exportSeparator: text({ enum: exportSeparators }),
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
    /** When access ended: sessions closed, event written. */
    accessEndedAt: moment(),
    /** An end-user who is kept but out of the way: left out of lists unless asked for. */
    archivedAt: moment(),
    /** What an end-user has, kept by triggers so that lists need not count. */
    buildingCount: integer().notNull().default(0),
    contractCount: integer().notNull().default(0),
    deviceCount: integer().notNull().default(0),
    disconnectedDeviceCount: integer().notNull().default(0),
    /** What an end-user can be filtered by, as one number; see lib/customers/end-users/end-user-facet.ts. */
    facet: bigint({ mode: "number" }).generatedAlwaysAs(
      sql`end_user_facet(role, deleted_at is not null, archived_at is not null, status, building_count, contract_count, device_count, disconnected_device_count, country)`,
    ),
    // Columns and no expressions: a function that is not leakproof, coalesce among them, keeps an index
    // from being searched under row-level security.
    lastSeenSort: moment()
      .notNull()
      .generatedAlwaysAs(sql`coalesce(last_seen_at, '-infinity'::timestamptz)`),
    numberSort: text().notNull().generatedAlwaysAs(sql`coalesce(external_user_id, '')`),
    /** In the order of code points, so that a beginning is a range. */
    postalCodeSort: text().notNull().generatedAlwaysAs(sql`coalesce(zip_code, '')`),
    /** What an end-user is found by, kept by the trigger `keep_search`; see db/functions/end_user_search_text.sql. */
    searchText: text().notNull().default(""),
    searchLexemes: lexemes().notNull().default(sql`''::tsvector`),
    /** The `search_version()` of the two columns before; another one, or null: they are to be made again. */
    searchVersion: smallint(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    deletedAt: moment(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("users_email")
      .on(table.organizationId, table.emailNormalized)
      .where(sql`${table.deletedAt} is null and ${table.status} <> 'no-access'`),
    index("users_by_address")
      .on(table.organizationId, table.emailNormalized)
      .where(sql`${table.deletedAt} is null`),
    uniqueIndex("users_external_user_id")
      .on(table.organizationId, table.externalUserId)
      .where(sql`${table.deletedAt} is null and ${table.externalUserId} is not null`),
    index("users_by_creation")
      .on(table.organizationId, table.role, table.createdAt, table.id)
      .where(isListed),
    index("users_by_name")
      .on(table.organizationId, table.role, table.sortName, table.id)
      .where(isListed),
    index("users_by_email")
      .on(table.organizationId, table.role, table.emailNormalized, table.id)
      .where(isListed),
    index("users_by_number")
      .on(table.organizationId, table.role, table.numberSort, table.id)
      .where(isListed),
    index("users_by_postal_code")
      .on(table.organizationId, table.role, table.postalCodeSort, table.id)
      .where(isListed),
    index("users_by_last_seen")
      .on(table.organizationId, table.role, table.lastSeenSort, table.id)
      .where(isListed),
    // A team is few among many: it is found without reading its customers.
    index("users_of_team")
      .on(table.organizationId, table.role, table.sortName, table.id)
      .where(sql`deleted_at is null and role in ('admin', 'staff')`),
    index("users_by_facet_and_creation")
      .on(table.organizationId, table.facet, table.createdAt, table.id)
      .where(hasFacet),
    index("users_by_facet_and_name")
      .on(table.organizationId, table.facet, table.sortName, table.id)
      .where(hasFacet),
    index("users_by_facet_and_email")
      .on(table.organizationId, table.facet, table.emailNormalized, table.id)
      .where(hasFacet),
    index("users_by_facet_and_number")
      .on(table.organizationId, table.facet, table.numberSort, table.id)
      .where(hasFacet),
    index("users_by_facet_and_postal_code")
      .on(table.organizationId, table.facet, table.postalCodeSort, table.id)
      .where(hasFacet),
    index("users_by_facet_and_last_seen")
      .on(table.organizationId, table.facet, table.lastSeenSort, table.id)
      .where(hasFacet),
    index("users_by_access_end")
      .on(table.organizationId, table.accessEndsAt)
      .where(
        sql`${table.deletedAt} is null and ${table.accessEndsAt} is not null and ${table.accessEndedAt} is null`,
      ),
    check("users_role", sql`${table.role} in ('admin', 'staff', 'user')`),
    check("users_status", sql`${table.status} in ('invited', 'active', 'suspended', 'no-access')`),
    check(
      "users_account",
      sql`${table.email} is not null and ${table.status} <> 'no-access' or ${table.status} = 'no-access' and ${table.role} = 'user'`,
    ),
    check("users_salutation", sql`${table.salutation} in ('ms', 'mr', 'neutral')`),
    check("users_preferred_channel", sql`${table.preferredChannel} in ('email', 'phone', 'post')`),
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
    index("role_assignments_by_time").on(table.organizationId, table.createdAt, table.id),
  ],
);
