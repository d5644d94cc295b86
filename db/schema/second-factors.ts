import {
  bigint,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "./columns";
import { digest, users } from "./users";

export const secondFactorKinds = ["totp", "passkey"] as const;

/** What a person proves themself with beside the password: an authenticator app, or a passkey. */
export const secondFactors = pgTable(
  "second_factors",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    kind: text({ enum: secondFactorKinds }).notNull(),
    /** What its owner calls it. */
    name: text().notNull(),
    /** TOTP: the shared secret, AES-256-GCM. */
    encryptedSecret: digest(),
    /** TOTP: the time step of the last accepted code, so that none is accepted twice (RFC 6238, 5.2). */
    lastTimeStep: integer(),
    /** Passkey: the credential's id, base64url. */
    credentialId: text(),
    /** Passkey: the public key, COSE. */
    publicKey: digest(),
    /** Passkey: the authenticator's own count of signatures, which only grows. */
    signatureCount: bigint({ mode: "number" }),
    transports: text().array(),
    createdAt: createdAt(),
    lastUsedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    index("second_factors_by_user").on(table.organizationId, table.userId),
    uniqueIndex("second_factors_credential").on(table.organizationId, table.credentialId),
  ],
);

/** Codes for the day the second factor is lost; each opens once. Only hashes are kept. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    organizationId: organizationId(),
    id: id(),
    userId: uuid().notNull(),
    codeHash: digest().notNull(),
    createdAt: createdAt(),
    usedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.userId],
      foreignColumns: [users.organizationId, users.id],
    }),
    uniqueIndex("recovery_codes_hash").on(table.organizationId, table.userId, table.codeHash),
  ],
);
