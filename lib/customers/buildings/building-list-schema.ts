import type { Direction } from "@/lib/core/lists/keyset";
import { listInput } from "@/lib/core/lists/list-input";
import { sortWithRanges } from "@/lib/core/lists/range-filters";
import { z } from "@/lib/core/validation/problems";

export const buildingSorts = ["name", "postalCode", "created"] as const;

export type BuildingSort = (typeof buildingSorts)[number];

const presence = z.enum(["with", "without"]).optional();

export const buildingFilters = {
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** The beginning of a postal code. */
  postalCode: z.string().trim().max(20).optional(),
  contract: presence,
  devices: presence,
  photovoltaic: presence,
  createdFrom: z.iso.date().optional(),
  createdUntil: z.iso.date().optional(),
};

export const listBuildingsInput = z.object({
  ...listInput,
  ...buildingFilters,
  sort: z.enum(buildingSorts).default("created"),
});

export type BuildingListInput = z.output<typeof listBuildingsInput>;

/** The direction a list takes when its address names none. */
export function defaultBuildingSortDirection(sort: BuildingSort): Direction {
  return sort === "created" ? "desc" : "asc";
}

function rangesOf(input: BuildingListInput): BuildingSort[] {
  const ranges: BuildingSort[] = [];
  if (input.postalCode) ranges.push("postalCode");
  if (input.createdFrom || input.createdUntil) ranges.push("created");
  return ranges;
}

/** What the list is sorted by in the end, and what else it may be. */
export function buildingOrder(input: BuildingListInput): {
  sort: BuildingSort | "match";
  direction: Direction;
  offered: readonly BuildingSort[];
} {
  if (input.search !== "") return { sort: "match", direction: "asc", offered: [] };
  const ranges = rangesOf(input);
  const sort = sortWithRanges(input.sort, ranges);
  return {
    sort,
    direction: input.direction ?? defaultBuildingSortDirection(sort),
    offered: ranges.length > 0 ? ranges : buildingSorts,
  };
}

/** Whether anything but facets limits the list, so that its number has to be counted. */
export function isCountedByFacets(input: BuildingListInput): boolean {
  return input.search === "" && rangesOf(input).length === 0;
}
