import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type countedLists, listCounts } from "@/db/schema";
import type { BoundedCount } from "./keyset";

export type CountedList = (typeof countedLists)[number];

/** A combination of what a list can be filtered by, and how many records have it. */
export type FacetCount = { facet: number; count: number };

/** How a list's facets are read, and which of them a filter asks for. */
export type ListFacets<Facet extends FacetCount, Filter> = {
  read(transaction: Transaction): Promise<Facet[]>;
  matches(facet: Facet, filter: Filter): boolean;
};

/**
 * Reads the facets of a list that have records, with exact numbers. A few hundred rows at most.
 * @param unpack what the number means
 */
export const facetReader =
  <Meaning extends object>(list: CountedList, unpack: (facet: number) => Meaning) =>
  async (transaction: Transaction): Promise<(FacetCount & Meaning)[]> => {
    const total = sql<number>`sum(${listCounts.count})::int`;
    const rows = await transaction
      .select({ facet: listCounts.facet, count: total })
      .from(listCounts)
      .where(eq(listCounts.list, list))
      .groupBy(listCounts.facet)
      .having(sql`${total} > 0`);
    return rows.map((row) => ({ ...row, ...unpack(row.facet) }));
  };

/** How many records facets have, known without counting. */
export const totalOf = (counts: FacetCount[]): BoundedCount => ({
  count: sumOf(counts),
  isMore: false,
});

export const sumOf = (counts: FacetCount[]) => counts.reduce((sum, { count }) => sum + count, 0);

export type Presence = "with" | "without" | undefined;

/** Whether a facet has what a filter asks it to have or to lack. */
export const isPresence = (has: boolean, wanted: Presence) =>
  !wanted || has === (wanted === "with");

/** A country as part of a facet: two letters as base 32 digits, 0 for none. */
export function countryOf(number: number): string | undefined {
  if (number === 0) return undefined;
  return String.fromCharCode(64 + Math.floor(number / 32), 64 + (number % 32));
}
