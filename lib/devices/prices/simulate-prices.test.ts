import { expect, it } from "vitest";
import { isPlausiblePrice } from "./quarter-price";
import { simulatePrices } from "./simulate-prices";

const year = simulatePrices(
  "AT",
  new Date("2025-12-31T23:00:00Z"),
  new Date("2026-12-31T23:00:00Z"),
);

/** The mean of the year at an hour of central European winter time. */
function meanAt(hour: number): number {
  const prices = year.filter(({ startsAt }) => (startsAt.getUTCHours() + 1) % 24 === hour);
  return prices.reduce((sum, { pricePerMwh }) => sum + pricePerMwh, 0) / prices.length;
}

it("is cheap at midday and at night, and dear in the evening", () => {
  expect(meanAt(19)).toBeGreaterThan(2 * meanAt(13));
  expect(meanAt(19)).toBeGreaterThan(1.5 * meanAt(3));
  expect(meanAt(13)).toBeLessThan(meanAt(8));
});

it("is below zero in some quarter-hours, but never beyond what a market allows", () => {
  const negative = year.filter(({ pricePerMwh }) => pricePerMwh < 0).length;
  expect(negative).toBeGreaterThan(50);
  expect(negative).toBeLessThan(year.length / 10);
  expect(year.every(({ pricePerMwh }) => isPlausiblePrice(pricePerMwh))).toBe(true);
});

it("is the same each time, and another in another zone", () => {
  const day = [new Date("2026-03-01T00:00:00Z"), new Date("2026-03-02T00:00:00Z")] as const;
  expect(simulatePrices("AT", ...day)).toEqual(simulatePrices("AT", ...day));
  expect(simulatePrices("AT", ...day)).not.toEqual(simulatePrices("DE_LU", ...day));
});
