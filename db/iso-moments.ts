import { type SQL, sql } from "drizzle-orm";
import { PgTimestamp } from "drizzle-orm/pg-core";

type MomentColumn = { _: { columnType: "PgTimestamp"; notNull: boolean } };

/** Columns, those of moments as texts. */
type WithIsoMoments<Columns> = {
  [Name in keyof Columns]: Columns[Name] extends MomentColumn
    ? SQL<Columns[Name]["_"]["notNull"] extends true ? string : string | null>
    : Columns[Name];
};

/**
 * Columns to select, moments of which come as ISO 8601 texts in UTC with milliseconds: what JSON is made of. To make
 * dates of them first and texts of these took a tenth of the time of a list of whole records.
 */
export function withIsoMoments<Columns extends Record<string, unknown>>(columns: Columns) {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      column instanceof PgTimestamp ? sql`${column}`.mapWith(isoOf) : column,
    ]),
  ) as WithIsoMoments<Columns>;
}

/** As a connection whose time zone is UTC writes a moment of the years 1000 to 9999. */
const written = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/;

/** @param text a `timestamptz(3)` as PostgreSQL writes it, in any time zone of the connection */
export function isoOf(text: string): string {
  const parts = written.exec(text);
  if (!parts) return new Date(text).toISOString();
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? "").padEnd(3, "0")}Z`;
}
