import {
  boolean,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "./columns";
import { countedLists } from "./lists";
import { users } from "./users";

/** A list with its filters and order, kept under a name: for its owner, or for the whole team. */
export const savedViews = pgTable(
  "saved_views",
  {
    organizationId: organizationId(),
    id: id(),
    list: text({ enum: countedLists }).notNull(),
    ownerId: uuid().notNull(),
    name: varchar({ length: 60 }).notNull(),
    /** The query of the list's address. */
    parameters: text().notNull(),
    isShared: boolean().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.ownerId],
      foreignColumns: [users.organizationId, users.id],
    }),
    uniqueIndex("saved_views_name").on(table.organizationId, table.ownerId, table.list, table.name),
    index("saved_views_by_list").on(table.organizationId, table.list, table.isShared),
  ],
);
