import { expect, it } from "vitest";
import { levelHours, spreadPrices } from "./spread-prices";

const start = Date.UTC(2026, 0, 1);
const at = (minutes: number, pricePerMwh: number) => ({
  startsAt: new Date(start + minutes * 60_000),
  pricePerMwh,
});

it("spreads hourly prices over their quarter-hours", () => {
  expect(spreadPrices([at(0, 10), at(60, -5)])).toEqual([
    ...[at(0, 10), at(15, 10), at(30, 10), at(45, 10)],
    ...[at(60, -5), at(75, -5), at(90, -5), at(105, -5)],
  ]);
});

it("keeps quarter-hours, and takes the change from one to the other", () => {
  const quarters = [at(120, 3), at(135, 4), at(150, 5), at(165, 6)];
  const spread = spreadPrices([at(0, 1), at(60, 2), ...quarters]);
  expect(spread).toHaveLength(12);
  expect(spread?.slice(8)).toEqual(quarters);
});

it("does not fill a gap", () => {
  const hours = spreadPrices([at(0, 1), at(60, 2), at(300, 3), at(360, 4)]);
  expect(hours).toHaveLength(16);
  const quarters = spreadPrices([at(0, 1), at(15, 2), at(75, 3), at(90, 4)]);
  expect(quarters).toEqual([at(0, 1), at(15, 2), at(75, 3), at(90, 4)]);
});

it.each([
  ["of twenty minutes", [at(0, 1), at(20, 2), at(40, 3)]],
  ["that begin at odd minutes", [at(1, 1), at(61, 2)]],
  ["that come twice", [at(0, 1), at(0, 2), at(60, 3)]],
])("refuses steps %s", (_, points) => {
  expect(spreadPrices(points)).toBeUndefined();
});

it("levels the quarter-hours of each hour", () => {
  expect(levelHours([at(0, 1), at(15, 2), at(30, 3), at(45, 6), at(60, 9)])).toEqual([
    ...[at(0, 3), at(15, 3), at(30, 3), at(45, 3)],
    at(60, 9),
  ]);
});
