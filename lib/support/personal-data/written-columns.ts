import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** Worked out from other columns, yet worth telling. */
const told = ["connectionState"];

/** The columns of a table that somebody wrote, without those that are worked out for searching and sorting. */
export function writtenColumns<Table extends PgTable>(table: Table): Table["_"]["columns"] {
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).filter(
      ([name, column]) => column.generated === undefined || told.includes(name),
    ),
  ) as Table["_"]["columns"];
}
