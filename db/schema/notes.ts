import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "./columns";
import { users } from "./users";

/** What the team writes down about an end-user, for itself. */
export const notes = pgTable(
  "notes",
  {
    organizationId: organizationId(),
    id: id(),
    /** The end-user it is about. */
    userId: uuid().notNull(),
    body: text().notNull(),
    authorId: uuid(),
    authorName: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    index("notes_by_user").on(table.organizationId, table.userId, table.createdAt, table.id),
  ],
);
