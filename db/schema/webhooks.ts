import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId, version } from "./columns";
import { organizations } from "./organizations";
import { digest } from "./users";

export const webhookDeliveryStates = ["queued", "delivered", "failed"] as const;

/** Where an organization's systems are told of what happens, and of what. */
export const webhooks = pgTable(
  "webhooks",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    name: text().notNull(),
    url: text().notNull(),
    /** Types like `user.created`; see lib/platform/webhooks/webhook-events.ts. */
    events: text().array().notNull(),
    /** Whether messages contain the record that they are about, read when they are sent. */
    includesRecord: boolean().notNull().default(false),
    /** AES-256-GCM, bound to the organization. */
    encryptedSecret: digest().notNull(),
    /** The secret before, with which messages are signed too until it ends. */
    encryptedOldSecret: digest(),
    oldSecretUntil: moment(),
    secretSeenBy: uuid(),
    /** Since when the secret should be replaced, because a person who saw it has left. */
    rotationDueSince: moment(),
    /** Switched off, by somebody or because nothing was taken for a day. */
    disabledAt: moment(),
    /** Since when nothing was taken any more. */
    failingSince: moment(),
    createdAt: createdAt(),
    version: version(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("webhooks_by_creation").on(table.organizationId, table.createdAt, table.id),
  ],
);

/** One message to one webhook: tried again and again for a day, and kept for a while. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    organizationId: organizationId(),
    /** Also the message's own id, by which a receiver knows one that comes twice. */
    id: uuid().notNull().defaultRandom(),
    webhookId: uuid().notNull(),
    type: text().notNull(),
    /** Ids and states; nothing of a person. */
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Set while the message waits to be claimed: further events of its type with the same key are merged into it. */
    mergeKey: text(),
    state: text({ enum: webhookDeliveryStates }).notNull().default("queued"),
    attempts: integer().notNull().default(0),
    /** From when its day of tries counts: its creation, or its replay. */
    startedAt: moment().notNull().defaultNow(),
    nextTryAt: moment().notNull().defaultNow(),
    lastTryAt: moment(),
    lastError: text(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.webhookId],
      foreignColumns: [webhooks.organizationId, webhooks.id],
    }).onDelete("cascade"),
    index("webhook_deliveries_by_webhook").on(
      table.organizationId,
      table.webhookId,
      table.createdAt,
      table.id,
    ),
    index("webhook_deliveries_due")
      .on(table.organizationId, table.nextTryAt)
      .where(sql`state = 'queued'`),
    index("due_webhook_deliveries")
      .on(table.nextTryAt, table.organizationId)
      .where(sql`state = 'queued'`),
    index("webhook_deliveries_by_creation").on(table.organizationId, table.createdAt),
    uniqueIndex("webhook_deliveries_waiting")
      .on(table.organizationId, table.webhookId, table.mergeKey)
      .where(sql`merge_key is not null and state = 'queued' and attempts = 0`),
    check("webhook_deliveries_state", sql`${table.state} in ('queued', 'delivered', 'failed')`),
  ],
);
