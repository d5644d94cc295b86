import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";

/**
 * The statement that inserts many rows by one parameter. The query builder's own takes a parameter for each
 * value, which for a thousand rows costs more than writing them does.
 * @param rows all with the same fields; what they leave out takes the column's default in the database
 */
export function insertMany<Table extends PgTable>(
  table: Table,
  rows: Table["$inferInsert"][],
): SQL {
  const given = new Set(Object.keys(rows[0] ?? {}));
  const columns = Object.entries(getTableColumns(table)).filter(([field]) => given.has(field));
  const nameOf = ([field]: [string, unknown]) => sql.identifier(toSnakeCase(field));
  const names = sql.join(columns.map(nameOf), sql`, `);
  const typed = columns.map(
    (entry) => sql`${nameOf(entry)} ${sql.raw(entry[1].getSQLType().replace(/\(\d+\)/, ""))}`,
  );
  const values = rows.map((row) =>
    Object.fromEntries(
      columns.map(([field]) => [toSnakeCase(field), asJson(row[field as keyof typeof row])]),
    ),
  );
  return sql`insert into ${table} (${names})
    select ${names} from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) given (${sql.join(typed, sql`, `)})`;
}

/** Bytes as PostgreSQL reads them from text; everything else as JSON has it. */
const asJson = (value: unknown) =>
  Buffer.isBuffer(value) ? `\\x${value.toString("hex")}` : (value ?? null);
