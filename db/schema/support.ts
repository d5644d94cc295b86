import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "./columns";
import { users } from "./users";

export type DiagnosisFinding = {
  /** Of the device's own checks; absent where it is about the person. */
  device?: { id: string; name: string };
  check: string;
  verdict: "good" | "warning" | "problem" | "unknown";
  /** What fills the words of the evidence: numbers, names, moments as ISO 8601. */
  evidence: Record<string, string | number>;
};

/** A run of checks of an end-user or one of their devices, as it came out. */
export const diagnoses = pgTable(
  "diagnoses",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    deviceId: uuid(),
    findings: jsonb().$type<DiagnosisFinding[]>().notNull(),
    ranBy: uuid(),
    ranByName: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    index("diagnoses_by_user").on(table.organizationId, table.userId, table.createdAt, table.id),
    index("diagnoses_by_creation").on(table.organizationId, table.createdAt),
  ],
);

/** A while in which somebody of the team sees an end-user's own page as they see it. */
export const supportViews = pgTable(
  "support_views",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    memberId: uuid().notNull(),
    reason: text().notNull(),
    startedAt: createdAt(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [users.organizationId, users.id],
    }),
    index("support_views_by_user").on(table.organizationId, table.userId, table.startedAt),
  ],
);
