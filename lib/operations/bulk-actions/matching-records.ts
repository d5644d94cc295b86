import "server-only";
import type { Transaction } from "@/db/client";
import { EXPORT_PAGE_SIZE } from "@/lib/core/lists/exported-rows";
import type { BoundedCount } from "@/lib/core/lists/keyset";
import type { PageOfIds } from "@/lib/core/lists/page-of-ids";
import { parseInput } from "@/lib/core/validation/parse-input";
import { listEndUsersInput } from "@/lib/customers/end-users/end-user-list-schema";
import { findEndUserPage, selectEndUsers } from "@/lib/customers/end-users/find-end-users";
import { countMatchingEndUsers } from "@/lib/customers/end-users/list-end-users";
import { listDevicesInput } from "@/lib/devices/devices/device-list-schema";
import { findDevicePage, selectDevices } from "@/lib/devices/devices/find-devices";
import { countMatchingDevices } from "@/lib/devices/devices/list-devices";
import { readQuery } from "@/lib/support/list-views/viewed-lists";
import type { BulkList } from "./bulk-acts";

/** A list's filters as its query takes them, from its address. */
function filtersOf(parameters: string) {
  const { size, ...filters } = readQuery(parameters);
  return filters;
}

/** @throws Invalid when the list does not take these filters */
export function checkFilters(list: BulkList, parameters: string): { isSearch: boolean } {
  const schema = list === "end-user" ? listEndUsersInput : listDevicesInput;
  return { isSearch: parseInput(schema, filtersOf(parameters)).search !== "" };
}

/** How many records a list's filters match, up to the counting limit. */
export function countMatching(
  transaction: Transaction,
  list: BulkList,
  parameters: string,
): Promise<BoundedCount> {
  const filters = filtersOf(parameters);
  return list === "end-user"
    ? countMatchingEndUsers(transaction, parseInput(listEndUsersInput, filters))
    : countMatchingDevices(transaction, parseInput(listDevicesInput, filters));
}

/** The next thousand of the records that a list's filters match, by cursor. */
export async function readMatchingPage(
  transaction: Transaction,
  list: BulkList,
  parameters: string,
  cursor: string | undefined,
): Promise<PageOfIds> {
  const filters = { ...filtersOf(parameters), cursor };
  if (list === "end-user") {
    const input = { ...parseInput(listEndUsersInput, filters), size: EXPORT_PAGE_SIZE };
    return findEndUserPage(transaction, input, await selectEndUsers(transaction, input));
  }
  const input = { ...parseInput(listDevicesInput, filters), size: EXPORT_PAGE_SIZE };
  return findDevicePage(transaction, input, await selectDevices(transaction, input));
}
