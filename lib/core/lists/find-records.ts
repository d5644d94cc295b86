import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { getOrganization } from "../organizations/organization-row";
import { countUpToLimit } from "./count-up-to-limit";
import { type FacetCount, sumOf, totalOf } from "./facets";
import {
  countMatches,
  type FoundPage,
  findBestMatches,
  type SearchRequest,
} from "./found-by-search";
import type { BoundedCount } from "./keyset";
import type { FindableList, ListSource } from "./list-declaration";
import { type ListOrder, type ListRequest, matchOrder } from "./list-schema";
import { isOneOf, type PageRequest, pageOfIds, readPageOfIds } from "./page-of-ids";
import type { SearchFilters } from "./range-filters";
import { numberReaderOf } from "./read-search-words";
import type { NumberReader } from "./search-numbers";
import { type SearchWords, searchWords } from "./search-words";

/** What a list is asked for, once the facets that exist are known. */
type Selection<Sort extends string> = {
  facets: FacetCount[];
  /** Whether these are the facets of the list without filters. */
  isUnfiltered: boolean;
  /** Whether these are all facets that exist. */
  isWhole: boolean;
  /** Whether the facets tell the number of records. */
  isCounted: boolean;
  /** What is searched for; nothing where the list is in the order of a sort. */
  words: SearchWords;
  source: ListSource<Sort>;
  searchFilters: SearchFilters;
  /** The organization's; UTC where no range asks for days. */
  timeZone: string;
};

/** Finds and counts the records of a list. */
export function createFinder<
  Sort extends string,
  Input extends ListRequest<Sort>,
  Facet extends FacetCount,
>(list: FindableList<Sort, Input, Facet>) {
  const { facets, schema, part, takeWords = (all, words) => ({ facets: all, words }) } = list;

  /** @param all the facets that have records */
  function selectAmong(all: Facet[], input: Input, readNumber?: NumberReader): Selection<Sort> {
    const taken = takeWords(all, searchWords(input.search, readNumber));
    const chosen = taken.facets.filter((facet) => facets.matches(facet, input));
    const usual = all.filter((facet) => facets.matches(facet, {}));
    const isCountable = taken.words.length === 0 && part?.nameOf(input) === undefined;
    return {
      facets: chosen,
      isUnfiltered: chosen.length === usual.length && chosen.every((one, at) => one === usual[at]),
      isWhole: chosen.length === all.length,
      isCounted: isCountable && schema.rangesOf(input).length === 0,
      words: taken.words,
      source: list,
      searchFilters: {},
      timeZone: "UTC",
    };
  }

  async function select(transaction: Transaction, input: Input): Promise<Selection<Sort>> {
    const readNumber = await numberReaderOf(transaction, input.search);
    const selection = selectAmong(await facets.read(transaction), input, readNumber);
    if (schema.rangesOf(input).length > 0) {
      selection.timeZone = (await getOrganization(transaction)).timeZone;
    }
    const name = part?.nameOf(input);
    if (!part || name === undefined) return selection;
    const asked = (await part.find(transaction, name)) ?? { facets: [], isWhole: false };
    return { ...selection, isUnfiltered: false, ...asked };
  }

  const facetNumbers = (selection: Selection<Sort>) => selection.facets.map(({ facet }) => facet);

  /**
   * The sort of a list without a search, and what it is limited to beside facets. Ranges that a part does not
   * store are looked up in the list's own table.
   */
  function sortAndRanges(input: Input, { source, timeZone }: Selection<Sort>) {
    const { sort: name, direction } = schema.sortOrder(input);
    const sort = source.sorts[name];
    if (!sort) throw new Error(`A part of a list offers the sort "${name}" and does not store it.`);
    const stored: (SQL | undefined)[] = source === list ? [] : [source.listed];
    const others: (SQL | undefined)[] = [];
    for (const range of schema.rangesOf(input)) {
      const own = source.sorts[range.sort];
      if (own) stored.push(range.condition(own.expression, input, timeZone));
      else others.push(range.condition(list.sorts[range.sort].expression, input, timeZone));
    }
    const elsewhere = and(eq(list.id, source.id), ...others);
    const exists = sql`exists (select from ${list.table} where ${elsewhere})`;
    const where = and(sort.where, ...stored, others.length > 0 ? exists : undefined);
    return { sort, direction, where };
  }

  function pageRequest(input: Input, selection: Selection<Sort>): PageRequest {
    const { table, id, listed } = selection.source;
    return {
      ...{ table, id, listed, ...sortAndRanges(input, selection) },
      facets: selection.isUnfiltered ? undefined : facetNumbers(selection),
      cursor: input.cursor,
      size: input.size,
    };
  }

  function searchRequest(input: Input, selection: Selection<Sort>): SearchRequest {
    const ranges = schema
      .rangesOf(input)
      .map((range) => range.searchFilters(input, selection.timeZone));
    const filters: SearchFilters = Object.assign({}, selection.searchFilters, ...ranges);
    return {
      search: list.search,
      words: selection.words,
      filters:
        selection.isWhole && !list.search.namesAllFacets
          ? filters
          : { ...filters, facets: facetNumbers(selection) },
    };
  }

  return {
    /** Ids of a page, by search or without one, and the order that they are in. */
    async findPage(
      transaction: Transaction,
      input: Input,
    ): Promise<FoundPage & { order: ListOrder<Sort> }> {
      const selection = await select(transaction, input);
      if (selection.words.length > 0) {
        const request = searchRequest(input, selection);
        return { ...(await findBestMatches(transaction, request, input)), order: matchOrder };
      }
      const page = await readPageOfIds(transaction, pageRequest(input, selection));
      const total = selection.isCounted ? totalOf(selection.facets) : undefined;
      return { ...page, total, isLikely: false, order: schema.sortOrder(input) };
    },

    /** The statement of a page without a search, for tests that explain it. */
    async pageStatement(transaction: Transaction, input: Input): Promise<SQL> {
      return pageOfIds(pageRequest(input, await select(transaction, input))).statement;
    },

    /** How many records match, up to the counting limit. */
    async count(transaction: Transaction, input: Input): Promise<BoundedCount> {
      const selection = await select(transaction, input);
      if (selection.isCounted) return totalOf(selection.facets);
      if (selection.words.length > 0) {
        return countMatches(transaction, searchRequest(input, selection));
      }
      const { table } = selection.source;
      const isChosen = isOneOf(table.facet, facetNumbers(selection));
      const { where } = sortAndRanges(input, selection);
      return countUpToLimit(transaction, table, and(isChosen, where));
    },

    /**
     * Reads the facets once, for however many requests.
     * @returns how many records a request matches, where that is known without counting
     */
    async createCounter(transaction: Transaction): Promise<(input: Input) => number | undefined> {
      const all = await facets.read(transaction);
      return (input) => {
        const selection = selectAmong(all, input);
        return selection.isCounted ? sumOf(selection.facets) : undefined;
      };
    },
  };
}
