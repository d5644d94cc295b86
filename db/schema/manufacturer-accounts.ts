import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "./columns";
import { organizations } from "./organizations";
import { digest, users } from "./users";

/** A value that a device cannot have, as its manufacturer said it: JSON, cut off. */
export type DroppedValue = {
  field: string;
  value: string;
  reason: "outOfRange" | "wrongType";
};

/** The values that were left out of what one device said, by the name that the manufacturer has for it. */
export type DroppedOfDevice = { externalDeviceId: string; dropped: DroppedValue[] };

/**
 * An end-user's account at a manufacturer, to which they gave access. Its devices are connected and lost with
 * it. Read in turns, whichever is due.
 */
export const manufacturerAccounts = pgTable(
  "manufacturer_accounts",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    connector: text().notNull(),
    manufacturer: text().notNull(),
    /** As the manufacturer names it. */
    externalAccountId: text().notNull(),
    state: text({ enum: ["active", "lost", "revoked"] }).notNull(),
    /** AES-256-GCM, bound to the account; null where the connector has no tokens of single accounts. */
    encryptedTokens: digest(),
    tokenExpiresAt: moment(),
    /** When it is to be read next; set by the worker that takes it, so that no two do. */
    nextReadAt: moment(),
    lastReadAt: moment(),
    /** Tries in a row that came to nothing. */
    failures: integer().notNull().default(0),
    /** Why the last one did: a key of the `connect.problems` messages. */
    lastProblem: text(),
    /** What was left out of the latest answer because it cannot be. */
    droppedValues: jsonb().$type<DroppedOfDevice[]>().notNull().default([]),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    uniqueIndex("manufacturer_accounts_of_person").on(
      table.organizationId,
      table.userId,
      table.connector,
      table.manufacturer,
      table.externalAccountId,
    ),
    index("manufacturer_accounts_by_name").on(
      table.organizationId,
      table.connector,
      table.manufacturer,
      table.externalAccountId,
    ),
    index("manufacturer_accounts_due")
      .on(table.organizationId, table.nextReadAt, table.id)
      .where(sql`state = 'active'`),
    index("due_manufacturer_accounts")
      .on(table.nextReadAt, table.organizationId)
      .where(sql`state = 'active'`),
    check("manufacturer_accounts_state", sql`${table.state} in ('active', 'lost', 'revoked')`),
  ],
);

/** How a manufacturer's cloud has answered lately. */
export const manufacturerHealth = pgTable(
  "manufacturer_health",
  {
    organizationId: organizationId().references(() => organizations.id),
    connector: text().notNull(),
    manufacturer: text().notNull(),
    lastAnswerAt: moment(),
    lastFailureAt: moment(),
    /** Of the latest calls, the share that was answered, from 0 to 1. */
    answeredShare: real(),
    /** Since when nothing but failures came. */
    failingSince: moment(),
    /** A key of the `connect.problems` messages. */
    lastProblem: text(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.connector, table.manufacturer] })],
);

/** An organization's own credentials for a connector. */
export const connectorCredentials = pgTable(
  "connector_credentials",
  {
    organizationId: organizationId().references(() => organizations.id),
    connector: text().notNull(),
    clientId: text().notNull(),
    /** AES-256-GCM, bound to the organization and the connector. */
    encryptedSecret: digest().notNull(),
    encryptedWebhookSecret: digest(),
    updatedBy: uuid(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.connector] })],
);
