import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "./columns";
import { organizations } from "./organizations";
import { digest, users } from "./users";

/** A system of the organization that speaks to the API. Its secrets stand in `api_secrets`. */
export const apiClients = pgTable(
  "api_clients",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    name: text().notNull(),
    /** Like `devices:write`; writing includes reading. */
    scopes: text().array().notNull(),
    /** Addresses and networks it may come from; empty means any. */
    allowedAddresses: text().array().notNull().default(sql`'{}'::text[]`),
    /** The admin who answers for it. */
    ownerId: uuid().notNull(),
    expiresAt: moment(),
    lastUsedAt: moment(),
    createdAt: createdAt(),
    revokedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.ownerId],
      foreignColumns: [users.organizationId, users.id],
    }),
    index("api_clients_by_creation").on(table.organizationId, table.createdAt, table.id),
    index("api_clients_by_owner").on(table.organizationId, table.ownerId),
  ],
);

/** Shown once, kept as a hash. Two may be good at a time, so that a client can change over. */
export const apiSecrets = pgTable(
  "api_secrets",
  {
    organizationId: organizationId(),
    id: id(),
    clientId: uuid().notNull(),
    secretHash: digest().notNull(),
    /** Its first characters, to tell it from others. */
    prefix: text().notNull(),
    /** Who saw it when it was made. */
    seenBy: uuid().notNull(),
    createdAt: createdAt(),
    /** When it stops working, once another has taken its place. */
    expiresAt: moment(),
    lastUsedAt: moment(),
    /** Since when it should be replaced, because somebody who saw it has left. */
    rotationDueSince: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.clientId],
      foreignColumns: [apiClients.organizationId, apiClients.id],
    }),
    index("api_secrets_by_client").on(table.organizationId, table.clientId, table.createdAt),
    index("api_secrets_by_viewer").on(table.organizationId, table.seenBy),
  ],
);
