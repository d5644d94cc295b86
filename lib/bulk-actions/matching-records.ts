import "server-only";
import type { Transaction } from "@/db/client";
import { listDevicesInput } from "../devices/device-list-schema";
import { findDevicePage, selectDevices } from "../devices/find-devices";
import { countMatchingDevices } from "../devices/list-devices";
import { listEndUsersInput } from "../end-users/end-user-list-schema";
import { findEndUserPage, selectEndUsers } from "../end-users/find-end-users";
import { countMatchingEndUsers } from "../end-users/list-end-users";
import { exportPageSize } from "../lists/begin-list-export";
import type { BoundedCount } from "../lists/keyset";
import type { PageOfIds } from "../lists/page-of-ids";
import { readQuery } from "../saved-views/viewed-lists";
import { parseInput } from "../validation/parse-input";
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
    const input = { ...parseInput(listEndUsersInput, filters), size: exportPageSize };
    return findEndUserPage(transaction, input, await selectEndUsers(transaction, input));
  }
  const input = { ...parseInput(listDevicesInput, filters), size: exportPageSize };
  return findDevicePage(transaction, input, await selectDevices(transaction, input));
}
