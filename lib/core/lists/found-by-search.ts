import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { type BoundedCount, countLimit, keyset } from "./keyset";
import { likelyWords } from "./likely-words";
import type { PageOfIds } from "./page-of-ids";
import type { SearchFilters } from "./range-filters";
import type { SearchWords } from "./search-words";

/** A search shows no more than its best matches. */
export const maxFound = 1000;

/** The database's search of a list, whose parameters are JSON. */
export type ListSearch = {
  /** The call that finds ids and sort values of at most `max` records. */
  find(words: SQL, filters: SQL, max: number): SQL;
  /** A statement that counts them up to `max`, where that is quicker than finding them. */
  count?(words: SQL, filters: SQL, max: number): SQL;
  /** Whether words within one mistake are tried where nothing is found. */
  allowsMistakes: boolean;
  /** Whether facets are named where none is left out: the planner then expects few rows. */
  namesAllFacets: boolean;
};

export type SearchRequest = { search: ListSearch; words: SearchWords; filters: SearchFilters };

/** A page of ids, with the number of all that match where it is known without counting. */
export type FoundPage = PageOfIds & { total: BoundedCount | undefined; isLikely: boolean };

const asJson = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

/**
 * Looks for words as they are written and, where that finds nothing, with one mistake in a word.
 * @param look one look for the given words
 * @param isNothing whether a look found nothing
 */
async function lookFor<Found>(
  transaction: Transaction,
  { search, words }: SearchRequest,
  look: (words: SearchWords) => Promise<Found>,
  isNothing: (found: Found) => boolean,
): Promise<Found & { isLikely: boolean }> {
  const found = await look(words);
  const isRetried = search.allowsMistakes && isNothing(found);
  const likely = isRetried ? await likelyWords(transaction, words) : undefined;
  return likely ? { ...(await look(likely)), isLikely: true } : { ...found, isLikely: false };
}

/** A page of the best matches of a search, or of what it likely meant. */
export function findBestMatches(
  transaction: Transaction,
  request: SearchRequest,
  { cursor, size }: { cursor?: string | undefined; size: number },
): Promise<FoundPage> {
  const { where, order, toPage } = keyset(
    { expression: sql`sort_value`, type: "text", direction: "asc" },
    sql`id`,
    cursor,
  );
  const look = async (words: SearchWords) => {
    const matches = request.search.find(asJson(words), asJson(request.filters), maxFound);
    const rows = await queryRows<{ id: string; sortValue: string; total: number }>(
      transaction,
      sql`
      select id, sort_value as "sortValue", total
      from (select *, count(*) over ()::int as total from ${matches} every) found
      where ${where ?? sql`true`} order by sort_value ${order}, id ${order} limit ${size + 1}`,
    );
    const count = rows[0]?.total ?? maxFound;
    const total = count < maxFound ? { count, isMore: false } : undefined;
    return { ...toPage([...rows], size, (row) => row), total };
  };
  return lookFor(transaction, request, look, (page) => page.rows.length === 0);
}

/** How many match a search, or what it likely meant, up to the counting limit. */
export async function countMatches(
  transaction: Transaction,
  request: SearchRequest,
): Promise<BoundedCount> {
  const { find } = request.search;
  const countFound = (words: SQL, filters: SQL, max: number) =>
    sql`select count(*)::int as count from ${find(words, filters, max)}`;
  const statement = request.search.count ?? countFound;
  const look = async (words: SearchWords) => {
    const count = statement(asJson(words), asJson(request.filters), countLimit + 1);
    const [row] = await queryRows<{ count: number }>(transaction, count);
    return { count: row?.count ?? 0 };
  };
  const { count } = await lookFor(transaction, request, look, (found) => found.count === 0);
  return { count: Math.min(count, countLimit), isMore: count > countLimit };
}
