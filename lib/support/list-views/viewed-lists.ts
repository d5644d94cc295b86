import "server-only";
import type { Transaction } from "@/db/client";
import { readFacetCounts, sumOf } from "@/lib/core/lists/facets";
import { readParameters } from "@/lib/core/lists/list-address";
import type { preferredLists } from "@/lib/core/lists/list-preference-schema";
import { matchingBuildingFacets } from "@/lib/customers/buildings/building-facet";
import * as buildingList from "@/lib/customers/buildings/building-list-schema";
import { matchingEndUserFacets } from "@/lib/customers/end-users/end-user-facet";
import * as endUserList from "@/lib/customers/end-users/end-user-list-schema";
import { readDeviceFacets } from "@/lib/devices/devices/device-facet";
import * as deviceList from "@/lib/devices/devices/device-list-schema";
import { selectAmong } from "@/lib/devices/devices/find-devices";

type List = (typeof preferredLists)[number];

/** A query as the lists' schemas take it, without the page it was on. */
export function readQuery(query: string): Record<string, string> {
  const { cursor, ...parameters } = readParameters(query);
  return parameters;
}

/** Whether a list would take these parameters. */
export function isViewOf(list: List, parameters: Record<string, string>): boolean {
  const schema = {
    "end-user": endUserList.listEndUsersInput,
    building: buildingList.listBuildingsInput,
    device: deviceList.listDevicesInput,
  }[list];
  return schema.safeParse(parameters).success;
}

/**
 * Tells how many records a view of the list has, where that is known without counting. What it is known by
 * is read once, for however many views.
 */
export async function viewCounter(
  transaction: Transaction,
  list: List,
): Promise<(parameters: Record<string, string>) => number | undefined> {
  if (list === "device") {
    const fleet = await readDeviceFacets(transaction);
    return (parameters) => {
      const input = deviceList.listDevicesInput.safeParse(parameters).data;
      if (!input || !deviceList.isCountedByFacets(input)) return undefined;
      const { facets, words } = selectAmong(fleet, input);
      return words.length > 0 ? undefined : sumOf(facets);
    };
  }
  const counts = await readFacetCounts(transaction, list);
  if (list === "building") {
    return (parameters) => {
      const input = buildingList.listBuildingsInput.safeParse(parameters).data;
      if (!input || !buildingList.isCountedByFacets(input)) return undefined;
      return sumOf(matchingBuildingFacets(counts, input));
    };
  }
  return (parameters) => {
    const input = endUserList.listEndUsersInput.safeParse(parameters).data;
    if (!input || !endUserList.isCountedByFacets(input)) return undefined;
    return sumOf(matchingEndUserFacets(counts, input));
  };
}
