import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "./columns";
import { users } from "./users";

/** What happened when somebody left the team: a summary to keep. */
export const departures = pgTable(
  "departures",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    memberName: text().notNull(),
    memberEmail: text().notNull(),
    role: text({ enum: ["admin", "staff"] }).notNull(),
    reason: text().notNull(),
    decidedByName: text().notNull(),
    /** Who took over everything, in summaries from before each kind had its own new owner. */
    successorName: text(),
    caseOwnerName: text(),
    clientOwnerName: text(),
    viewOwnerName: text(),
    accessOwnerName: text(),
    endedSessions: integer().notNull(),
    revokedPersonalTokens: integer().notNull().default(0),
    removedSecondFactors: integer().notNull(),
    handedOverClients: text().array().notNull(),
    revokedClients: text().array().notNull(),
    /** Clients and webhooks with a secret that the person had seen, to be replaced. */
    clientsToRotate: text().array().notNull(),
    /** Whether the person had seen the secret that signs the audit stream. */
    isAuditStreamToRotate: boolean().notNull().default(false),
    handedOverAccessEnds: integer().notNull(),
    /** Views shared with the team, which somebody else keeps now. */
    handedOverViews: integer().notNull().default(0),
    /** Cases that were not solved, which somebody else takes care of now; nobody, where there is no successor. */
    handedOverCases: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    index("departures_by_creation").on(table.organizationId, table.createdAt, table.id),
    index("departures_by_user").on(table.organizationId, table.userId),
  ],
);
