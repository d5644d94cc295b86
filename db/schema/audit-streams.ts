import { bigint, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, organizationId } from "./columns";
import { organizations } from "./organizations";
import { digest } from "./users";

/** Where an organization's audit events are sent as they happen, in order, and how far that has come. */
export const auditStreams = pgTable(
  "audit_streams",
  {
    organizationId: organizationId().references(() => organizations.id),
    url: text().notNull(),
    /** AES-256-GCM, bound to the organization. */
    encryptedSecret: digest().notNull(),
    /** Who saw the secret when it was made. */
    secretSeenBy: uuid(),
    /** Since when the secret should be replaced, because a person who saw it has left. */
    rotationDueSince: moment(),
    /** The number of the last event that was taken. */
    deliveredSequence: bigint({ mode: "number" }).notNull(),
    deliveredAt: moment(),
    /** Tries that have failed since the last success. */
    failures: integer().notNull().default(0),
    lastError: text(),
    nextTryAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId] })],
);
