import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { type BoundedCount, countLimit } from "./keyset";

/** Counts matching rows, but reads no further than the counting limit. */
export async function countUpToLimit(
  transaction: Transaction,
  table: PgTable,
  conditions: SQL | undefined,
): Promise<BoundedCount> {
  const counted = transaction
    .select({ one: sql`1`.as("one") })
    .from(table)
    .where(conditions)
    .limit(countLimit + 1)
    .as("counted");
  const [row] = await transaction.select({ count: sql<number>`count(*)::int` }).from(counted);
  const count = row?.count ?? 0;
  return { count: Math.min(count, countLimit), isMore: count > countLimit };
}
