import { expect, it } from "vitest";
import { hasTooManyPeriods, listDataPeriods } from "./data-periods";

const zone = "Europe/Vienna";
const at = (text: string) => new Date(text);

it.each([
  ["2026-03-28T23:00Z", "2026-03-29T22:00Z", 23],
  ["2026-10-24T22:00Z", "2026-10-25T23:00Z", 25],
])("counts the hours of a day on which clocks change, from %s to %s", (from, until, hours) => {
  expect(listDataPeriods("hour", at(from), at(until), zone)).toHaveLength(hours);
  expect(listDataPeriods("day", at(from), at(until), zone)).toEqual([
    { start: at(from), end: at(until) },
  ]);
});

it("begins with the period that holds the first moment and ends with the one before the last", () => {
  const months = listDataPeriods("month", at("2026-01-15T00:00Z"), at("2026-02-28T23:00Z"), zone);
  expect(months).toEqual([
    { start: at("2025-12-31T23:00Z"), end: at("2026-01-31T23:00Z") },
    { start: at("2026-01-31T23:00Z"), end: at("2026-02-28T23:00Z") },
  ]);
  expect(listDataPeriods("day", at("2026-01-02T00:00Z"), at("2026-01-01T00:00Z"), zone)).toEqual(
    [],
  );
});

it("allows 31 days of quarter-hours at once, and not one more", () => {
  const from = at("2026-01-01T00:00Z");
  expect(hasTooManyPeriods("quarter-hour", from, at("2026-02-01T00:00Z"))).toBe(false);
  expect(hasTooManyPeriods("quarter-hour", from, at("2026-02-01T00:15Z"))).toBe(true);
});
