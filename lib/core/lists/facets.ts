import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type countedLists, listCounts } from "@/db/schema";
import type { BoundedCount } from "./keyset";

/** A combination of what a list can be filtered by, and how many records have it. */
export type FacetCount = { facet: number; count: number };

/** The facets of a list that have records, with exact numbers. A few hundred rows at most. */
export async function readFacetCounts(
  transaction: Transaction,
  list: (typeof countedLists)[number],
): Promise<FacetCount[]> {
  const total = sql<number>`sum(${listCounts.count})::int`;
  return transaction
    .select({ facet: listCounts.facet, count: total })
    .from(listCounts)
    .where(eq(listCounts.list, list))
    .groupBy(listCounts.facet)
    .having(sql`${total} > 0`);
}

/** How many records facets have, known without counting. */
export const totalOf = (counts: FacetCount[]): BoundedCount => ({
  count: sumOf(counts),
  isMore: false,
});

export const sumOf = (counts: FacetCount[]) => counts.reduce((sum, { count }) => sum + count, 0);

/** A country as part of a facet: two letters as base 32 digits, 0 for none. */
export function countryOf(number: number): string | undefined {
  if (number === 0) return undefined;
  return String.fromCharCode(64 + Math.floor(number / 32), 64 + (number % 32));
}
