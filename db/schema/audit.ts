import { sql } from "drizzle-orm";
import {
  bigint,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "./columns";
import { organizations } from "./organizations";
import { digest } from "./users";

/** A changed field: its value before and after, secrets masked. */
export type AuditChanges = Record<string, { before: unknown; after: unknown }>;

const sequence = () => bigint({ mode: "number" }).notNull();

/** Events that the watch for suspicious activity counts; `watchedActions` in lib/identity/suspicious-activity says the same. */
const isWatched = sql`action in ('session.failed', 'audit-log.exported', 'team.exported', 'organization.exported', 'end-user.exported', 'list.exported', 'end-user.deleted', 'end-user.erased', 'device.deleted', 'handbook.deleted', 'member.removed', 'api-client.refused')`;

/**
 * What happened, append-only: the application role may insert and select, nothing else. Each event
 * carries the hash of the one before it. What names people stands in `audit_details`, of which only a
 * salted hash is in here, so that erasing a person leaves the chain whole.
 * `targetId` has no foreign key, since an event stays when its target is deleted.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    /** Counts from 1 in each organization, without gaps. */
    sequence: sequence(),
    createdAt: moment().notNull(),
    action: text().notNull(),
    actorKind: text().notNull(),
    actorId: uuid(),
    targetType: text().notNull(),
    targetId: uuid(),
    requestId: text().notNull(),
    detailsHash: digest().notNull(),
    previousHash: digest().notNull(),
    hash: digest().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("audit_events_sequence").on(table.organizationId, table.sequence),
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
    index("audit_events_by_actor_kind").on(
      table.organizationId,
      table.actorKind,
      table.createdAt,
      table.id,
    ),
    index("audit_events_by_target").on(
      table.organizationId,
      table.targetId,
      table.createdAt,
      table.id,
    ),
    index("due_audit_events").on(table.createdAt, table.organizationId).where(isWatched),
  ],
);

/** The part of an event that may name people. Erasable: without it the event's hash still holds. */
export const auditDetails = pgTable(
  "audit_details",
  {
    organizationId: organizationId(),
    eventId: uuid().notNull(),
    salt: digest().notNull(),
    actorName: text().notNull(),
    targetName: text(),
    changes: jsonb().$type<AuditChanges>().notNull(),
    reason: text(),
    clientAddress: text(),
    searchText: text()
      .notNull()
      .generatedAlwaysAs(
        sql`normalize_for_search(actor_name || ' ' || coalesce(target_name, '') || ' ' || coalesce(reason, '') || ' ' || changes::text)`,
      ),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.eventId] }),
    foreignKey({
      columns: [table.organizationId, table.eventId],
      foreignColumns: [auditEvents.organizationId, auditEvents.id],
    }),
  ],
);

/** The last link of each organization's chain. Its lock is what makes writers take turns. */
export const auditHeads = pgTable(
  "audit_heads",
  {
    organizationId: organizationId().references(() => organizations.id),
    sequence: sequence(),
    hash: digest().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId] })],
);

/** A head as it stood one day, signed, and mailed to the admins: against a cut tail and a rewritten log. */
export const auditCheckpoints = pgTable(
  "audit_checkpoints",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    sequence: sequence(),
    hash: digest().notNull(),
    signature: digest().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex("audit_checkpoints_sequence").on(table.organizationId, table.sequence),
  ],
);
