import "server-only";
import type { Transaction } from "@/db/client";
import * as buildingList from "../buildings/building-list-schema";
import { selectBuildings } from "../buildings/find-buildings";
import * as deviceList from "../devices/device-list-schema";
import { selectDevices } from "../devices/find-devices";
import * as endUserList from "../end-users/end-user-list-schema";
import { selectEndUsers } from "../end-users/find-end-users";
import { sumOf } from "../lists/facets";
import type { preferredLists } from "../lists/list-preference-schema";

type List = (typeof preferredLists)[number];

/** A query as the lists' schemas take it, without the page it was on. */
export function readQuery(query: string): Record<string, string> {
  const { cursor, ...parameters } = Object.fromEntries(new URLSearchParams(query));
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

/** How many records a view has, where that is known without counting. */
export async function countView(
  transaction: Transaction,
  list: List,
  parameters: Record<string, string>,
): Promise<number | undefined> {
  if (list === "end-user") {
    const input = endUserList.listEndUsersInput.safeParse(parameters).data;
    if (!input || !endUserList.isCountedByFacets(input)) return undefined;
    return sumOf((await selectEndUsers(transaction, input)).facets);
  }
  if (list === "building") {
    const input = buildingList.listBuildingsInput.safeParse(parameters).data;
    if (!input || !buildingList.isCountedByFacets(input)) return undefined;
    return sumOf((await selectBuildings(transaction, input)).facets);
  }
  const input = deviceList.listDevicesInput.safeParse(parameters).data;
  if (!input || !deviceList.isCountedByFacets(input)) return undefined;
  const { facets, words } = await selectDevices(transaction, input);
  return words.length > 0 ? undefined : sumOf(facets);
}
