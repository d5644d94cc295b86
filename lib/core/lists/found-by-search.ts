import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { type BoundedCount, countLimit, keyset } from "./keyset";
import { likelyWords } from "./likely-words";
import type { PageOfIds } from "./page-of-ids";
import { type SearchWords, searchWords } from "./search-words";

/** A search shows no more than its best matches. */
export const maxFound = 1000;

/** Filters as the database's search functions take them; undefined ones are left out. */
export type SearchFilters = {
  facets?: number[] | undefined;
  createdFrom?: string | undefined;
  createdBefore?: string | undefined;
  seenFrom?: string | undefined;
  seenBefore?: string | undefined;
  waitingSince?: string | undefined;
  postalCode?: string | undefined;
  /** The id of a tag. */
  tag?: string | undefined;
};

/** A JSON parameter of a search function. */
export const asJson = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

/**
 * Looks for a term as it is written and, where that finds nothing, with one mistake in a word.
 * @param look one look for the given words
 * @param isNothing whether a look found nothing
 */
async function lookFor<Found>(
  transaction: Transaction,
  term: string,
  look: (words: SearchWords) => Promise<Found>,
  isNothing: (found: Found) => boolean,
): Promise<{ found: Found; isLikely: boolean }> {
  const words = searchWords(term);
  const found = await look(words.map((word) => [word]));
  if (!isNothing(found)) return { found, isLikely: false };
  const likely = await likelyWords(transaction, words);
  return likely ? { found: await look(likely), isLikely: true } : { found, isLikely: false };
}

/** A page of what was found, with the number of all that match where the search came to its end. */
export type FoundPage = PageOfIds & { total: BoundedCount | undefined };

/** A page of what a search function finds, the best match first. */
export async function readPageOfFound(
  transaction: Transaction,
  search: SQL,
  request: { cursor?: string | undefined; size: number },
): Promise<FoundPage> {
  const { where, order, toPage } = keyset(
    { expression: sql`sort_value`, type: "text", direction: "asc" },
    sql`id`,
    request.cursor,
  );
  const rows = await queryRows<{ id: string; sortValue: string; total: number }>(
    transaction,
    sql`
    select id, sort_value as "sortValue", total
    from (select *, count(*) over ()::int as total from ${search} every) found
    where ${where ?? sql`true`} order by sort_value ${order}, id ${order} limit ${request.size + 1}`,
  );
  const count = rows[0]?.total ?? maxFound;
  const total = count < maxFound ? { count, isMore: false } : undefined;
  return { ...toPage([...rows], request.size, (row) => row), total };
}

/** The number that a counting statement comes to, up to the counting limit. */
export async function readCount(transaction: Transaction, count: SQL): Promise<BoundedCount> {
  const [row] = await queryRows<{ count: number }>(transaction, count);
  const number = row?.count ?? 0;
  return { count: Math.min(number, countLimit), isMore: number > countLimit };
}

type Search = { search: string; cursor?: string | undefined; size: number };

/** A page of the best matches of a term, or of what it likely meant. */
export async function findBestMatches(
  transaction: Transaction,
  request: Search,
  searchFor: (words: SearchWords) => SQL,
): Promise<FoundPage & { isLikely: boolean }> {
  const { found, isLikely } = await lookFor(
    transaction,
    request.search,
    (words) => readPageOfFound(transaction, searchFor(words), request),
    (page) => page.rows.length === 0,
  );
  return { ...found, isLikely };
}

/** How many match a term, or what it likely meant, up to the counting limit. */
export async function countMatches(
  transaction: Transaction,
  term: string,
  count: (words: SearchWords) => SQL,
): Promise<BoundedCount> {
  const { found } = await lookFor(
    transaction,
    term,
    (words) => readCount(transaction, count(words)),
    (counted) => counted.count === 0,
  );
  return found;
}
