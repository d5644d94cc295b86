import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";

/**
 * The statement that updates many rows by one parameter: each row by its key, and of the other fields those
 * that it names and that the table has.
 * @param key the field that rows are found by, beside the organization that row-level security adds
 * @param nulls whether a null, or a field that only other rows name, leaves the value or is written
 */
export function updateMany<Table extends PgTable>(
  table: Table,
  key: keyof Table["$inferInsert"] & string,
  rows: Partial<Table["$inferInsert"]>[],
  nulls: "ignored" | "written" = "ignored",
): SQL {
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([field]) => given.has(field));
  const nameOf = (field: string) => sql.identifier(toSnakeCase(field));
  const typed = columns.map(
    ([field, column]) =>
      sql`${nameOf(field)} ${sql.raw(column.getSQLType().replace(/\(\d+\)/, ""))}`,
  );
  const changed = columns
    .filter(([field]) => field !== key)
    .map(([field]) =>
      nulls === "written"
        ? sql`${nameOf(field)} = given.${nameOf(field)}`
        : sql`${nameOf(field)} = coalesce(given.${nameOf(field)}, kept.${nameOf(field)})`,
    );
  const values = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => [toSnakeCase(field), value ?? null]),
    ),
  );
  return sql`update ${table} kept set ${sql.join(changed, sql`, `)}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) given (${sql.join(typed, sql`, `)})
    where kept.${nameOf(key)} = given.${nameOf(key)}`;
}
