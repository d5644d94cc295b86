import type { SQL } from "drizzle-orm";
import type { QueryResultRow } from "pg";
import type { Transaction } from "./transactions";

/**
 * Runs a statement that is written as SQL.
 * @returns its rows, values as the driver gives them: bigint, numeric, dates and timestamps as text
 */
export async function queryRows<Row extends QueryResultRow>(
  transaction: Transaction,
  statement: SQL,
): Promise<Row[]> {
  const { rows } = await transaction.execute<Row>(statement);
  return rows as Row[];
}
