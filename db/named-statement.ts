import { type Column, fillPlaceholders, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import type { QueryResultRow } from "pg";
import { plainValues } from "./plain-values";
import type { Transaction } from "./transactions";

type Selected = Record<string, Column>;

/** What `plainValues` makes of a column. */
type Plain<Of extends Column> = Of["_"]["columnType"] extends "PgTimestamp"
  ? NullableOr<Of, string>
  : NullableOr<Of, Of["_"]["data"]>;
type NullableOr<Of extends Column, Value> = Of["_"]["notNull"] extends true ? Value : Value | null;

/** Columns to select under their own names, as a named statement needs them. */
export function aliased<Columns extends Selected>(columns: Columns) {
  const entries = Object.entries(columns).map(([name, column]) => [name, sql`${column}`.as(name)]);
  return Object.fromEntries(entries) as {
    [Name in keyof Columns]: SQL.Aliased<Plain<Columns[Name]>>;
  };
}

/** As `aliased`, of a table that a left join may not find. */
export function aliasedOrNull<Columns extends Selected>(columns: Columns) {
  return aliased(columns) as {
    [Name in keyof Columns]: SQL.Aliased<Plain<Columns[Name]> | null>;
  };
}

const builder = new QueryBuilder({ casing: "snake_case" });

type Built<Row> = {
  toSQL(): { sql: string; params: unknown[] };
  _: { result: Row[] };
};

/**
 * A statement whose text is made once per process and whose rows the driver reads: for the few that run hundreds of
 * times a second. Everything else uses the query builder with its transaction.
 * @param build selects `aliased` columns, with `sql.placeholder(name)` where values go
 * @returns runs it with the values by name; moments are ISO texts, in the values too
 */
export function defineStatement<Row extends QueryResultRow>(
  build: (builder: QueryBuilder) => Built<Row>,
) {
  let made: { sql: string; params: unknown[] } | undefined;
  return async (transaction: Transaction, values: Record<string, unknown>): Promise<Row[]> => {
    made ??= build(builder).toSQL();
    const { rows } = await transaction.$client.query<Row>(
      { text: made.sql, types: plainValues },
      fillPlaceholders(made.params, values),
    );
    return rows;
  };
}

/**
 * As `defineStatement`, for a statement that comes in several shapes: its text is made once for each.
 * @param build makes the statement of a shape
 */
export function defineStatements<Shape extends object, Row extends QueryResultRow>(
  build: (builder: QueryBuilder, shape: Shape) => Built<Row>,
) {
  const made = new Map<string, ReturnType<typeof defineStatement<Row>>>();
  return (transaction: Transaction, shape: Shape, values: Record<string, unknown>) => {
    const key = JSON.stringify(shape);
    let statement = made.get(key);
    if (!statement) {
      statement = defineStatement((nowhere) => build(nowhere, shape));
      made.set(key, statement);
    }
    return statement(transaction, values);
  };
}
