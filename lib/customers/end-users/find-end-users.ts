import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { endUserTags, users } from "@/db/schema";
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
import {
  isOneOf,
  type ListSort,
  type pageOfIds,
  readPageOfIds,
} from "@/lib/core/lists/page-of-ids";
import { dayAfter, dayRange, prefixRange, startOf } from "@/lib/core/lists/range-filters";
import { findTag } from "../tags/find-tag";
import { matchingEndUserFacets } from "./end-user-facet";
import {
  type EndUserListInput,
  type EndUserSort,
  endUserOrder,
  isCountedByFacets,
} from "./end-user-list-schema";

const postalCode = users.postalCodeSort;
const lastSeen = users.lastSeenSort;

const sorts: Record<EndUserSort, ListSort> = {
  name: { expression: users.sortName, type: "text" },
  email: { expression: users.emailNormalized, type: "text" },
  number: { expression: users.numberSort, type: "text" },
  postalCode: { expression: postalCode, type: "text" },
  created: { expression: users.createdAt, type: "timestamptz" },
  seen: { expression: lastSeen, type: "timestamptz" },
};

const listed = sql`${users.role} = 'user' and ${users.deletedAt} is null and ${users.archivedAt} is null`;

/** Where the whole list, one's facets apart, is limited to ranges. */
function ranges(input: EndUserListInput): SQL | undefined {
  return and(
    dayRange(users.createdAt, input.createdFrom, input.createdUntil),
    dayRange(lastSeen, input.seenFrom, input.seenUntil),
    input.postalCode ? prefixRange(postalCode, input.postalCode) : undefined,
  );
}

/** What a list of end-users asks for, once the facets that exist are known. */
export type EndUserSelection = {
  facets: FacetCount[];
  /** Whether the facets leave anything out that a list shows by default. */
  isFiltered: boolean;
  /** The id of the tag that is asked for. One that nobody carries leaves no facets. */
  tagId: string | undefined;
};

/** The facets that a list's filters select. */
export async function selectEndUsers(
  transaction: Transaction,
  input: EndUserListInput,
): Promise<EndUserSelection> {
  const { state, country, building, contract, devices } = input;
  const facets = matchingEndUserFacets(await readFacetCounts(transaction, "end-user"), input);
  const isFiltered = [state, country, building, contract, devices].some(Boolean);
  if (!input.tag) return { facets, isFiltered, tagId: undefined };
  const tag = await findTag(transaction, input.tag);
  return tag
    ? { facets, isFiltered, tagId: tag.id }
    : { facets: [], isFiltered: true, tagId: undefined };
}

/** The limits of a tag's list, whose own columns repeat the facet and the creation alone. */
function rangesOfTagged(input: EndUserListInput, tagId: string): SQL | undefined {
  const others = ranges({ ...input, createdFrom: undefined, createdUntil: undefined });
  return and(
    eq(endUserTags.tagId, tagId),
    dayRange(endUserTags.createdAt, input.createdFrom, input.createdUntil),
    others &&
      sql`exists (select from ${users} where ${users.id} = ${endUserTags.userId} and ${others})`,
  );
}

/** The statement of a page without a search. */
export function endUserPage(
  input: EndUserListInput,
  { facets, isFiltered, tagId }: EndUserSelection,
) {
  const { sort, direction } = endUserOrder(input);
  if (tagId) {
    return {
      table: endUserTags,
      id: endUserTags.userId,
      listed: sql`${endUserTags.tagId} = ${tagId}`,
      facets: facets.map(({ facet }) => facet),
      where: rangesOfTagged(input, tagId),
      sort: { expression: endUserTags.createdAt, type: "timestamptz" },
      direction,
      cursor: input.cursor,
      size: input.size,
    } satisfies Parameters<typeof pageOfIds>[0];
  }
  return {
    table: users,
    id: users.id,
    listed,
    facets: isFiltered ? facets.map(({ facet }) => facet) : undefined,
    where: ranges(input),
    sort: sorts[sort === "match" ? "created" : sort],
    direction,
    cursor: input.cursor,
    size: input.size,
  } satisfies Parameters<typeof pageOfIds>[0];
}

/** The filters beside a search, as the database takes them. */
function searchFilters(
  input: EndUserListInput,
  { facets, tagId }: EndUserSelection,
): SearchFilters {
  return {
    facets: facets.map(({ facet }) => facet),
    createdFrom: input.createdFrom && startOf(input.createdFrom),
    createdBefore: input.createdUntil && startOf(dayAfter(input.createdUntil)),
    seenFrom: input.seenFrom && startOf(input.seenFrom),
    seenBefore: input.seenUntil && startOf(dayAfter(input.seenUntil)),
    postalCode: input.postalCode,
    tag: tagId,
  };
}

/** Ids of a page, by search or without one. */
export async function findEndUserPage(
  transaction: Transaction,
  input: EndUserListInput,
  selection: EndUserSelection,
): Promise<FoundPage & { isLikely: boolean }> {
  if (input.search === "") {
    const page = await readPageOfIds(transaction, endUserPage(input, selection));
    const total = isCountedByFacets(input) ? totalOf(selection.facets) : undefined;
    return { ...page, total, isLikely: false };
  }
  const filters = asJson(searchFilters(input, selection));
  return findBestMatches(
    transaction,
    input,
    (words) => sql`search_end_users(${asJson(words)}, ${filters}, ${maxFound})`,
  );
}

/** How many a search finds, up to the counting limit. */
export function countFoundEndUsers(
  transaction: Transaction,
  input: EndUserListInput,
  selection: EndUserSelection,
): Promise<BoundedCount> {
  const filters = asJson(searchFilters(input, selection));
  return countMatches(
    transaction,
    input.search,
    (words) =>
      sql`select count_found_end_users(${asJson(words)}, ${filters}, ${countLimit + 1}) as count`,
  );
}

/** The condition that a list's facets and ranges make, for counting, and the table it is about. */
export function endUserCondition(input: EndUserListInput, selection: EndUserSelection) {
  const { facets, tagId } = selection;
  const numbers = facets.map(({ facet }) => facet);
  if (tagId) {
    const where = and(isOneOf(endUserTags.facet, numbers), rangesOfTagged(input, tagId));
    return { table: endUserTags, where };
  }
  return {
    table: users,
    where: and(eq(users.role, "user"), isOneOf(users.facet, numbers), ranges(input)),
  };
}
