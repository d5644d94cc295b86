import "server-only";
import { is } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";
import { organizations } from "@/db/schema";

export type ExportedTable = {
  name: string;
  /** The columns that are exported, by their names in the database. */
  columns: string[];
  /** The columns that rows are paged by, after the organization. */
  key: { name: string; type: string }[];
};

/** What opens doors, and what is only worked out from other columns. */
const withheld = new Set(["password_hash", "passkey_challenge", "search_text", "sort_name"]);

/**
 * Every table of an organization but its sessions, taken from the schema, so that a new one cannot be
 * forgotten. Secrets and hashes (whatever is stored as bytes) stay inside.
 */
export const exportedTables: ExportedTable[] = (Object.values(schema) as unknown[])
  .filter((value) => is(value, PgTable))
  .filter((table) => table !== schema.sessions && table !== schema.rateLimits)
  .map((table) => {
    const { name, columns, primaryKeys } = getTableConfig(table);
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
