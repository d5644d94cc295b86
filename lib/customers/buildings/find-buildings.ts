import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings } from "@/db/schema";
import { type FacetCount, readFacetCounts, totalOf } from "@/lib/core/lists/facets";
import {
  asJson,
  countMatches,
  type FoundPage,
  findBestMatches,
  maxFound,
  type SearchFilters,
} from "@/lib/core/lists/found-by-search";
import { type BoundedCount, countLimit } from "@/lib/core/lists/keyset";
import { isOneOf, type ListSort, readPageOfIds } from "@/lib/core/lists/page-of-ids";
import { dayAfter, dayRange, prefixRange, startOf } from "@/lib/core/lists/range-filters";
import { matchingBuildingFacets } from "./building-facet";
import {
  type BuildingListInput,
  type BuildingSort,
  buildingOrder,
  isCountedByFacets,
} from "./building-list-schema";

const postalCode = buildings.postalCodeSort;

const sorts: Record<BuildingSort, ListSort> = {
  name: { expression: buildings.nameSort, type: "text" },
  postalCode: { expression: postalCode, type: "text" },
  created: { expression: buildings.createdAt, type: "timestamptz" },
};

export type BuildingSelection = { facets: FacetCount[]; isFiltered: boolean };

/** The facets that a list's filters select. */
export async function selectBuildings(
  transaction: Transaction,
  input: BuildingListInput,
): Promise<BuildingSelection> {
  const all = await readFacetCounts(transaction, "building");
  const facets = matchingBuildingFacets(all, input);
  return { facets, isFiltered: facets.length < all.length };
}

function ranges(input: BuildingListInput): SQL | undefined {
  return and(
    dayRange(buildings.createdAt, input.createdFrom, input.createdUntil),
    input.postalCode ? prefixRange(postalCode, input.postalCode) : undefined,
  );
}

/** What the page of a list without a search is read by. */
export function buildingPage(input: BuildingListInput, { facets, isFiltered }: BuildingSelection) {
  const { sort, direction } = buildingOrder(input);
  return {
    table: buildings,
    id: buildings.id,
    listed: sql`${buildings.facet} is not null`,
    facets: isFiltered ? facets.map(({ facet }) => facet) : undefined,
    where: ranges(input),
    sort: sorts[sort === "match" ? "created" : sort],
    direction,
    cursor: input.cursor,
    size: input.size,
  };
}

function searchFilters(input: BuildingListInput, { facets }: BuildingSelection): SearchFilters {
  return {
    facets: facets.map(({ facet }) => facet),
    createdFrom: input.createdFrom && startOf(input.createdFrom),
    createdBefore: input.createdUntil && startOf(dayAfter(input.createdUntil)),
    postalCode: input.postalCode,
  };
}

/** Ids of a page, by search or without one. */
export async function findBuildingPage(
  transaction: Transaction,
  input: BuildingListInput,
  selection: BuildingSelection,
): Promise<FoundPage & { isLikely: boolean }> {
  if (input.search === "") {
    const page = await readPageOfIds(transaction, buildingPage(input, selection));
    const total = isCountedByFacets(input) ? totalOf(selection.facets) : undefined;
    return { ...page, total, isLikely: false };
  }
  const filters = asJson(searchFilters(input, selection));
  return findBestMatches(
    transaction,
    input,
    (words) => sql`search_buildings(${asJson(words)}, ${filters}, ${maxFound})`,
  );
}

/** How many a search finds, up to the counting limit. */
export function countFoundBuildings(
  transaction: Transaction,
  input: BuildingListInput,
  selection: BuildingSelection,
): Promise<BoundedCount> {
  const filters = asJson(searchFilters(input, selection));
  return countMatches(
    transaction,
    input.search,
    (words) =>
      sql`select count(*)::int as count from search_buildings(${asJson(words)}, ${filters}, ${countLimit + 1})`,
  );
}

/** The condition that a list's facets and ranges make, for counting. */
export function buildingCondition(input: BuildingListInput, { facets }: BuildingSelection) {
  return and(
    isOneOf(
      buildings.facet,
      facets.map(({ facet }) => facet),
    ),
    ranges(input),
  );
}
