import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { id, organizationId } from "./columns";
import { organizations } from "./organizations";
import { users } from "./users";

export const countedLists = ["end-user", "building", "device"] as const;

/**
 * How many records of a list share a facet: the combination of everything one can filter by that has few
 * values. The number of a facet is the sum of its rows; changes are added as separate rows, so that
 * writers never wait for one another, and are folded together now and then.
 */
export const listCounts = pgTable(
  "list_counts",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id().default(sql`gen_random_uuid()`),
    list: text({ enum: countedLists }).notNull(),
    facet: bigint({ mode: "number" }).notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("list_counts_by_list").on(table.organizationId, table.list, table.facet, table.count),
    check("list_counts_list", sql`${table.list} in ('end-user', 'building', 'device')`),
  ],
);

/** The models that an organization has devices of; the number is the part of a facet that names it. */
export const deviceModels = pgTable(
  "device_models",
  {
    organizationId: organizationId().references(() => organizations.id),
    number: bigint({ mode: "number" }).notNull(),
    kind: text().notNull(),
    manufacturer: text().notNull(),
    model: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.number] })],
);

/** Words of people's names and addresses, to find what a mistyped word may have meant. */
export const searchWords = pgTable(
  "search_words",
  {
    organizationId: organizationId().references(() => organizations.id),
    word: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.word] })],
);

export const densities = ["normal", "compact", "roomy"] as const;

/** How a person likes to see a list. */
export const listPreferences = pgTable(
  "list_preferences",
  {
    organizationId: organizationId(),
    userId: uuid().notNull(),
    list: text({ enum: countedLists }).notNull(),
    /** The keys of the columns that are shown. */
    columns: text().array().notNull(),
    density: text({ enum: densities }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.userId, table.list] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
  ],
);
