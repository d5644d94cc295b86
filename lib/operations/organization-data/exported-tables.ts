import "server-only";
import { is } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";
import { organizations } from "@/db/schema";
import { writtenColumns } from "@/lib/support/personal-data/written-columns";

export type ExportedTable = {
  name: string;
  /** The columns that are exported, by their names in the database. */
  columns: string[];
  /** The columns that rows are paged by, after the organization. */
  key: { name: string; type: string }[];
};

/** What opens doors. */
const withheld = new Set(["password_hash", "passkey_challenge"]);

/**
 * What is no record of the organization: sessions open doors, workers are the installation's, prices the market's, the
 * others are worked out.
 */
const left: unknown[] = [
  schema.sessions,
  schema.rateLimits,
  schema.workerHeartbeats,
  schema.dayAheadPrices,
  schema.fleetSavings,
  schema.listCounts,
  schema.deviceModels,
  schema.searchWords,
  schema.fleetPower,
  schema.idempotentResults,
];

/**
 * Every table of an organization but its sessions, taken from the schema, so that a new one cannot be
 * forgotten. Secrets and hashes (all columns of bytes) are left out.
 */
export const exportedTables: ExportedTable[] = (Object.values(schema) as unknown[])
  .filter((value) => is(value, PgTable))
  .filter((table) => !left.includes(table))
  .map((table) => {
    const { name, primaryKeys } = getTableConfig(table);
    const columns = Object.values(writtenColumns(table));
    const nameOf = (column: { name: string }) => toSnakeCase(column.name);
    const ofKey = new Set(primaryKeys.flatMap((primaryKey) => primaryKey.columns.map(nameOf)));
    const key = columns.filter((column) => column.primary || ofKey.has(nameOf(column)));
    return {
      name,
      columns: columns
        .filter((column) => column.getSQLType() !== "bytea" && !withheld.has(nameOf(column)))
        .map(nameOf),
      key: key
        .filter((column) => nameOf(column) !== "organization_id")
        .map((column) => ({ name: nameOf(column), type: column.getSQLType() })),
    };
  });

export const organizationsTable = getTableConfig(organizations).name;
