import type { Direction } from "@/lib/core/lists/keyset";
import { listInput } from "@/lib/core/lists/list-input";
import { sortWithRanges } from "@/lib/core/lists/range-filters";
import { z } from "@/lib/core/validation/problems";
import { tagName } from "../tags/tag-schema";
import { endUserStates } from "./end-user-facet";

export const endUserSorts = ["name", "email", "number", "postalCode", "created", "seen"] as const;

export type EndUserSort = (typeof endUserSorts)[number];

export const endUserFilters = {
  state: z.enum(endUserStates).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** The beginning of a postal code. */
  postalCode: z.string().trim().max(20).optional(),
  building: z.enum(["with", "without"]).optional(),
  contract: z.enum(["with", "without"]).optional(),
  devices: z.enum(["none", "any", "disconnected"]).optional(),
  tag: tagName.optional(),
  createdFrom: z.iso.date().optional(),
  createdUntil: z.iso.date().optional(),
  seenFrom: z.iso.date().optional(),
  seenUntil: z.iso.date().optional(),
};

export const listEndUsersInput = z.object({
  ...listInput,
  ...endUserFilters,
  sort: z.enum(endUserSorts).default("created"),
});

export type EndUserListInput = z.output<typeof listEndUsersInput>;

/** The direction a list takes when its address names none. */
export function defaultEndUserSortDirection(sort: EndUserSort): Direction {
  return sort === "created" || sort === "seen" ? "desc" : "asc";
}

/** The sorts whose ranges are filtered by. */
function rangesOf(input: EndUserListInput): EndUserSort[] {
  // End-users by tag are stored in the order of creation only.
  if (input.tag) return ["created"];
  const ranges: EndUserSort[] = [];
  if (input.postalCode) ranges.push("postalCode");
  if (input.createdFrom || input.createdUntil) ranges.push("created");
  if (input.seenFrom || input.seenUntil) ranges.push("seen");
  return ranges;
}

/**
 * What the list is sorted by in the end, and what else it may be: a search puts the best match first, and
 * a range goes in its own order.
 */
export function endUserOrder(input: EndUserListInput): {
  sort: EndUserSort | "match";
  direction: Direction;
  offered: readonly EndUserSort[];
} {
  if (input.search !== "") return { sort: "match", direction: "asc", offered: [] };
  const ranges = rangesOf(input);
  const sort = sortWithRanges(input.sort, ranges);
  return {
    sort,
    direction: input.direction ?? defaultEndUserSortDirection(sort),
    offered: ranges.length > 0 ? ranges : endUserSorts,
  };
}

/** Whether anything but facets limits the list, so that its number has to be counted. */
export function isCountedByFacets(input: EndUserListInput): boolean {
  return input.search === "" && rangesOf(input).length === 0;
}
