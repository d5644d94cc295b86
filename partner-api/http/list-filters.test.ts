import { expect, it } from "vitest";
import { endUserFilters, endUserSorts } from "@/lib/customers/end-users/end-user-list-schema";
import { deviceFilters, deviceSorts } from "@/lib/devices/devices/device-list-schema";
import { filtersOfList } from "./list-filters";

it.each([
  [
    "end-users",
    filtersOfList(endUserFilters, endUserSorts),
    "search state country postal_code building contract devices tag created_from created_until seen_from seen_until sort direction",
  ],
  [
    "devices",
    filtersOfList(deviceFilters, deviceSorts),
    "search kind manufacturer model connection optimization silent_hours waiting_hours created_from created_until sort direction",
  ],
])("the API names of filters of %s are part of the contract", (_, { query }, names) => {
  expect(Object.keys(query).join(" ")).toBe(names);
});

it("a query's filters reach the list under its own names, and only those that were sent", () => {
  const { toListFilters } = filtersOfList(deviceFilters, deviceSorts);
  const query = { search: "nibe", silent_hours: 24, created_from: undefined, limit: 10 };
  expect(toListFilters(query)).toEqual({ search: "nibe", silentHours: 24 });
});

it("a sort that the list does not have is refused", () => {
  const { sort } = filtersOfList(deviceFilters, deviceSorts).query;
  expect(sort?.safeParse("waiting").success).toBe(true);
  expect(sort?.safeParse("name").success).toBe(false);
});
