import { sql } from "drizzle-orm";
import * as drizzleUtilities from "drizzle-orm/utils";
import { expect, it } from "vitest";
import { rowReader, type SelectedFields } from "./row-reader";
import { buildings, cloudServices, users } from "./schema";

const { mapResultRow } = drizzleUtilities as unknown as {
  mapResultRow: (fields: SelectedFields, row: unknown[], joins: unknown) => unknown;
};

const fields: SelectedFields = [
  { path: ["person", "id"], field: users.id },
  { path: ["person", "createdAt"], field: users.createdAt },
  { path: ["building", "id"], field: buildings.id },
  { path: ["building", "name"], field: buildings.name },
  { path: ["mixed", "town"], field: buildings.town },
  { path: ["mixed", "link"], field: cloudServices.signupLink },
  { path: ["count"], field: sql<number>`count(*)`.mapWith(Number) },
  { path: ["label"], field: sql<string>`'x'`.as("label") },
];
const moment = "2026-11-26 20:15:00+00";
const there = ["p", moment, "b", "Home", "Linz", "https://a.example", "12", "x"];

it.each([
  ["everything there", there],
  ["no building", ["p", moment, null, null, null, null, "0", null]],
  ["a building without a name", ["p", moment, "b", null, null, "https://a.example", "1", "x"]],
  ["nobody", [null, null, "b", "Home", "Linz", null, null, "x"]],
])("reads what the query builder would: %s", (_, row) => {
  for (const joins of [
    undefined,
    { users: true, buildings: false, cloud_services: false },
    { users: false, buildings: true, cloud_services: true },
  ]) {
    expect(rowReader(fields, joins)(row)).toEqual(mapResultRow(fields, row, joins));
  }
});
