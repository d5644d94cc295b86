import { sql } from "drizzle-orm";
import {
  bigint,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "./columns";
import { organizations } from "./organizations";
import { users } from "./users";

/** Words by which a team marks end-users; one that marks nobody any more is gone. */
export const tags = pgTable(
  "tags",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    name: text().notNull(),
    nameNormalized: text().notNull().generatedAlwaysAs(sql`lower(name)`),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("tags_name").on(table.organizationId, table.nameNormalized),
  ],
);

/** Who carries a tag. Triggers copy what the list filters and sorts by. */
export const endUserTags = pgTable(
  "end_user_tags",
  {
    organizationId: organizationId(),
    tagId: uuid().notNull(),
    userId: uuid().notNull(),
    /** The end-user's facet and creation, so that a tag's list is read in order from one index. */
    facet: bigint({ mode: "number" }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.tagId, table.userId] }),
    foreignKey({
      columns: [table.organizationId, table.tagId],
      foreignColumns: [tags.organizationId, tags.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    index("end_user_tags_by_user").on(table.organizationId, table.userId),
    index("end_user_tags_by_facet").on(
      table.organizationId,
      table.tagId,
      table.facet,
      table.createdAt,
      table.userId,
    ),
  ],
);
