import type { Direction } from "@/lib/core/lists/keyset";
import { listInput } from "@/lib/core/lists/list-input";
import { sortWithRanges } from "@/lib/core/lists/range-filters";
import { z } from "@/lib/core/validation/problems";
import { connectionStates, deviceKinds } from "./device-terms";

export const deviceSorts = ["created", "model", "seen", "waiting"] as const;

export type DeviceSort = (typeof deviceSorts)[number];

const hours = z.coerce.number().int().min(1).max(87_600).optional();

export const deviceFilters = {
  kind: z.enum(deviceKinds).optional(),
  manufacturer: z.string().trim().max(100).optional(),
  model: z.string().trim().max(100).optional(),
  connection: z.enum(connectionStates).optional(),
  optimization: z.enum(["on", "off"]).optional(),
  /** Not seen for at least this many hours. */
  silentHours: hours,
  /** Disconnected for at least this many hours. */
  waitingHours: hours,
  createdFrom: z.iso.date().optional(),
  createdUntil: z.iso.date().optional(),
};

export const listDevicesInput = z.object({
  ...listInput,
  ...deviceFilters,
  sort: z.enum(deviceSorts).default("created"),
});

export type DeviceListInput = z.output<typeof listDevicesInput>;

/** The direction a list takes when its address names none. */
export function defaultDeviceSortDirection(sort: DeviceSort): Direction {
  return sort === "created" || sort === "seen" ? "desc" : "asc";
}

/** The sorts whose ranges are filtered by. */
function rangesOf(input: DeviceListInput): DeviceSort[] {
  const ranges: DeviceSort[] = [];
  if (input.waitingHours) ranges.push("waiting");
  if (input.silentHours) ranges.push("seen");
  if (input.createdFrom || input.createdUntil) ranges.push("created");
  return ranges;
}

/**
 * What the list is sorted by in the end, and what else it may be. How long a device has been waiting for
 * its reconnection orders disconnected devices only.
 * @param isSearch whether more is searched for than models, which are a filter like others
 */
export function deviceOrder(
  input: DeviceListInput,
  isSearch: boolean,
): {
  sort: DeviceSort | "match";
  direction: Direction;
  offered: readonly DeviceSort[];
} {
  if (isSearch) return { sort: "match", direction: "asc", offered: [] };
  const ranges = rangesOf(input);
  const mayWait = input.connection === "disconnected" || input.waitingHours !== undefined;
  const chosen = input.sort === "waiting" && !mayWait ? "created" : input.sort;
  const sort = sortWithRanges(chosen, ranges);
  return {
    sort,
    direction: input.direction ?? defaultDeviceSortDirection(sort),
    offered:
      ranges.length > 0 ? ranges : deviceSorts.filter((name) => name !== "waiting" || mayWait),
  };
}

/** Whether anything but facets limits the list, so that its number has to be counted. */
export function isCountedByFacets(input: DeviceListInput): boolean {
  return rangesOf(input).length === 0;
}
