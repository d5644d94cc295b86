import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { apiClients } from "./api-credentials";
import { createdAt, id, moment, organizationId } from "./columns";
import { organizations } from "./organizations";
import { digest, users } from "./users";

/** What a client was given for its secret (RFC 6749, 4.4). Only the token's hash is kept. */
export const apiAccessTokens = pgTable(
  "api_access_tokens",
  {
    organizationId: organizationId(),
    id: id(),
    clientId: uuid().notNull(),
    tokenHash: digest().notNull(),
    /** The client's own, or fewer where it asked for fewer. */
    scopes: text().array().notNull(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.clientId],
      foreignColumns: [apiClients.organizationId, apiClients.id],
    }),
    uniqueIndex("api_access_tokens_hash").on(table.organizationId, table.tokenHash),
    index("api_access_tokens_by_client").on(table.organizationId, table.clientId),
    index("api_access_tokens_by_end").on(table.organizationId, table.expiresAt),
  ],
);

/** A person's own key to the API: their rights and no more. */
export const personalTokens = pgTable(
  "personal_tokens",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    name: text().notNull(),
    tokenHash: digest().notNull(),
    /** Its last characters, to tell it from others. */
    ending: text().notNull(),
    scopes: text().array().notNull(),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    lastUsedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    uniqueIndex("personal_tokens_hash").on(table.organizationId, table.tokenHash),
    index("personal_tokens_by_user").on(table.organizationId, table.userId, table.createdAt),
  ],
);

/**
 * What a command answered to an Idempotency-Key, written in the command's own transaction: a call that is
 * sent again finds it and does nothing twice.
 */
export const idempotentResults = pgTable(
  "idempotent_results",
  {
    organizationId: organizationId().references(() => organizations.id),
    /** The client or person that chose the key. */
    callerId: uuid().notNull(),
    key: text().notNull(),
    /** Which of the call's commands it is. */
    step: integer().notNull(),
    requestHash: digest().notNull(),
    /** Encrypted: it may hold what is shown once. */
    result: digest(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.callerId, table.key, table.step] }),
    index("idempotent_results_by_creation").on(table.organizationId, table.createdAt),
  ],
);

/** The calls of the last days, to find out what a client does. */
export const apiCalls = pgTable(
  "api_calls",
  {
    organizationId: organizationId().references(() => organizations.id),
    id: id(),
    /** The client, or the personal token. */
    callerId: uuid().notNull(),
    method: text().notNull(),
    /** Without its query. */
    path: text().notNull(),
    status: integer().notNull(),
    milliseconds: integer().notNull(),
    requestId: text().notNull(),
    clientAddress: text(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("api_calls_by_caller").on(
      table.organizationId,
      table.callerId,
      table.createdAt,
      table.id,
    ),
    index("api_calls_by_creation").on(table.organizationId, table.createdAt, table.id),
  ],
);
