import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "./columns";
import { organizations } from "./organizations";

/** A changed field: its value before and after, secrets masked. */
export type AuditChanges = Record<string, { before: unknown; after: unknown }>;

/**
 * What happened, append-only: the application role may insert and select, nothing else.
 * `targetId` has no foreign key, since an event outlives what it speaks of.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    createdAt: createdAt(),
    action: text().notNull(),
    actorKind: text().notNull(),
    actorId: uuid(),
    actorName: text().notNull(),
    targetType: text().notNull(),
    targetId: uuid(),
    targetName: text(),
    changes: jsonb().$type<AuditChanges>().notNull(),
    reason: text(),
    requestId: text().notNull(),
    clientAddress: text(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("audit_events_by_time").on(table.organizationId, table.createdAt, table.id),
    index("audit_events_by_action").on(
      table.organizationId,
      table.action,
      table.createdAt,
      table.id,
    ),
    index("audit_events_by_actor").on(
      table.organizationId,
      table.actorId,
      table.createdAt,
      table.id,
    ),
    index("audit_events_by_target").on(table.organizationId, table.targetId, table.id),
  ],
);
