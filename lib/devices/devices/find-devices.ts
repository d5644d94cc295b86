import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { totalOf } from "@/lib/core/lists/facets";
import {
  asJson,
  type FoundPage,
  maxFound,
  readPageOfFound,
  type SearchFilters,
} from "@/lib/core/lists/found-by-search";
import { isOneOf, type ListSort, readPageOfIds } from "@/lib/core/lists/page-of-ids";
import { dayAfter, dayRange, startOf } from "@/lib/core/lists/range-filters";
import { searchWords } from "@/lib/core/lists/search-words";
import { type DeviceFacet, matchingDeviceFacets, readDeviceFacets } from "./device-facet";
import {
  type DeviceListInput,
  type DeviceSort,
  deviceOrder,
  isCountedByFacets,
} from "./device-list-schema";

const lastSeen = devices.lastSeenSort;

const sorts: Record<DeviceSort, ListSort> = {
  created: { expression: devices.createdAt, type: "timestamptz" },
  model: { expression: devices.modelSort, type: "text" },
  seen: { expression: lastSeen, type: "timestamptz" },
  waiting: { expression: devices.disconnectedSince, type: "timestamptz" },
};

const listed = sql`${devices.deletedAt} is null`;
const isWaiting = sql`${devices.disconnectedSince} is not null and ${devices.connectionState} = 'disconnected' and ${devices.deletedAt} is null`;

const hoursAgo = (hours: number) => new Date(now().getTime() - hours * 3_600_000).toISOString();

/** What a list of devices asks for, once the fleet's facets are known. */
export type DeviceSelection = {
  facets: DeviceFacet[];
  /** Whether the facets leave anything out. */
  isFiltered: boolean;
  /** What is searched for beside models: serial numbers and owners. */
  words: string[];
};

/**
 * The facets that a list's filters select. Words of a search that name a model or manufacturer are a filter
 * too; what is left of it is looked for.
 */
export async function selectDevices(
  transaction: Transaction,
  input: DeviceListInput,
): Promise<DeviceSelection> {
  return selectAmong(await readDeviceFacets(transaction), input);
}

/** As `selectDevices`, among facets that are read already. */
export function selectAmong(all: DeviceFacet[], input: DeviceListInput): DeviceSelection {
  const named = namedModels(all, searchWords(input.search));
  const isWaitingList = input.waitingHours !== undefined || input.sort === "waiting";
  const facets = matchingDeviceFacets(named.facets, {
    ...input,
    ...(isWaitingList && { connection: "disconnected" as const }),
  });
  return { facets, isFiltered: facets.length < all.length, words: named.rest };
}

function namedModels(all: DeviceFacet[], words: string[]) {
  let facets = all;
  const rest: string[] = [];
  for (const word of words) {
    const matching = facets.filter(({ manufacturer, model }) => {
      const text = ` ${searchWords(`${manufacturer} ${model}`).join(" ")}`;
      return text.includes(word.length < 3 ? ` ${word}` : word);
    });
    if (matching.length > 0) facets = matching;
    else rest.push(word);
  }
  return { facets, rest };
}

function ranges(input: DeviceListInput, sort: DeviceSort | "match"): SQL | undefined {
  return and(
    sort === "waiting" ? isWaiting : undefined,
    input.waitingHours
      ? sql`${devices.disconnectedSince} < ${hoursAgo(input.waitingHours)}::timestamptz`
      : undefined,
    input.silentHours ? sql`${lastSeen} < ${hoursAgo(input.silentHours)}::timestamptz` : undefined,
    dayRange(devices.createdAt, input.createdFrom, input.createdUntil),
  );
}

/** What the page of a list without a search is read by. */
export function devicePage(input: DeviceListInput, { facets, isFiltered }: DeviceSelection) {
  const { sort, direction } = deviceOrder(input, false);
  return {
    table: devices,
    id: devices.id,
    listed,
    facets: isFiltered ? facets.map(({ facet }) => facet) : undefined,
    where: ranges(input, sort),
    sort: sorts[sort === "match" ? "created" : sort],
    direction,
    cursor: input.cursor,
    size: input.size,
  };
}

/** The call of the database's search for the words that name no model. */
export function deviceSearch(
  input: DeviceListInput,
  { facets, isFiltered, words }: DeviceSelection,
  most = maxFound,
): SQL {
  const filters: SearchFilters = {
    facets: isFiltered ? facets.map(({ facet }) => facet) : undefined,
    createdFrom: input.createdFrom && startOf(input.createdFrom),
    createdBefore: input.createdUntil && startOf(dayAfter(input.createdUntil)),
    seenBefore: input.silentHours ? hoursAgo(input.silentHours) : undefined,
    waitingSince: input.waitingHours ? hoursAgo(input.waitingHours) : undefined,
  };
  const wanted = asJson(words.map((word) => [word]));
  return sql`search_devices(${wanted}, ${wanted}, ${asJson(filters)}, ${most})`;
}

/** Ids of a page, by search or without one. */
export async function findDevicePage(
  transaction: Transaction,
  input: DeviceListInput,
  selection: DeviceSelection,
): Promise<FoundPage> {
  if (selection.words.length > 0) {
    return readPageOfFound(transaction, deviceSearch(input, selection), input);
  }
  const page = await readPageOfIds(transaction, devicePage(input, selection));
  return { ...page, total: isCountedByFacets(input) ? totalOf(selection.facets) : undefined };
}

/** The condition that a list's facets and ranges make, for counting. */
export function deviceCondition(input: DeviceListInput, { facets }: DeviceSelection) {
  return and(
    isOneOf(
      devices.facet,
      facets.map(({ facet }) => facet),
    ),
    ranges(input, input.waitingHours ? "waiting" : "created"),
  );
}
