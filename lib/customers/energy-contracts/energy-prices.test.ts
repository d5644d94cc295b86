import fc from "fast-check";
import { expect, it } from "vitest";
import { findPriceAt, listComingPrices, withPrice } from "./energy-prices";
import { centsToWhole, isPlausiblePrice, toWholePrice } from "./price-unit";

const on = (day: string) => new Date(`${day}T00:00:00Z`);
const from = (day: string, price: number) => ({ price, timestamp: on(day).toISOString() });

const prices = [from("2026-01-01", 0.24), from("2027-01-01", 0.29)];

it.each([
  ["2025-12-31", undefined],
  ["2026-01-01", 0.24],
  ["2026-12-31", 0.24],
  ["2027-01-01", 0.29],
])("on %s the price is %s", (day, price) => {
  expect(findPriceAt(prices, on(day))?.price).toBe(price);
});

it("lists what is planned", () => {
  expect(listComingPrices(prices, on("2026-06-01"))).toEqual([prices[1]]);
});

it("replaces a price of the same day, and withdraws a change that changes nothing", () => {
  expect(withPrice(prices, from("2027-01-01", 0.3))).toEqual([prices[0], from("2027-01-01", 0.3)]);
  expect(withPrice(prices, from("2027-01-01", 0.24))).toEqual([prices[0]]);
  expect(withPrice(prices, from("2026-07-01", 0.2))).toEqual([
    prices[0],
    from("2026-07-01", 0.2),
    prices[1],
  ]);
});

// In the order of days: a price that changed nothing when it was written is not there for an earlier change.
it("reads the price of every day as it was written, in the order of days", () => {
  const change = fc.record({ day: fc.integer({ min: 0, max: 40 }), price: fc.integer({ max: 9 }) });
  const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day));
  fc.assert(
    fc.property(fc.uniqueArray(change, { selector: ({ day }) => day }), (changes) => {
      const sorted = changes.toSorted((one, other) => one.day - other.day);
      const all = sorted.reduce(
        (known, { day, price }) => withPrice(known, { price, timestamp: at(day).toISOString() }),
        [] as ReturnType<typeof withPrice>,
      );
      for (let day = 0; day <= 41; day++) {
        const expected = sorted.findLast((each) => each.day <= day);
        expect(findPriceAt(all, at(day))?.price).toBe(expected?.price);
      }
    }),
  );
});

it.each([
  [24.9, "EUR", false],
  [2.01, "eur", false],
  [0.249, "EUR", true],
  [70, "HUF", true],
  [24.9, null, true],
])("%s %s per kWh is plausible: %s", (price, currency, isPlausible) => {
  expect(isPlausiblePrice(price, currency)).toBe(isPlausible);
});

it("reads a price as it is said to be meant", () => {
  expect(toWholePrice(24.9, "EUR", "cents")).toBe(0.249);
  expect(toWholePrice(24.9, "EUR", "whole")).toBe(24.9);
  expect(toWholePrice(0.249, "EUR", "cents")).toBe(0.249);
  expect(centsToWhole(28.73)).toBe(0.2873);
});
