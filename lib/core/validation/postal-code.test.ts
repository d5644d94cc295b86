import { describe, expect, it } from "vitest";
import { Invalid } from "../errors";
import { isPostalCodeOf, requirePostalCode } from "./postal-code";

it.each([
  ["AT", "4020"],
  ["AT", "A-4020"],
  ["DE", "01067"],
  ["DE", "D-10115"],
  ["CH", "8000"],
  ["LI", "FL-9490"],
  ["NL", "1012 AB"],
  ["GB", "sw1a 1aa"],
  ["CZ", "110 00"],
  ["PL", "00-001"],
  ["JP", "any text"],
])("takes a postal code of %s: %s", (country, code) => {
  expect(isPostalCodeOf(country, code)).toBe(true);
});

it.each([
  ["AT", "40200"],
  ["AT", "0123"],
  ["DE", "1067"],
  ["DE", "1010A"],
  ["CH", "80000"],
  ["LI", "8000"],
  ["HU", "H"],
])("refuses what is none of %s: %s", (country, code) => {
  expect(isPostalCodeOf(country, code)).toBe(false);
});

describe("an address that is written", () => {
  const wrong = { zipCode: "1067", country: "DE" };

  it("is refused when its postal code is none of its country", () => {
    expect(() => requirePostalCode(wrong)).toThrow(new Invalid({ zipCode: "postalCode:DE" }));
    expect(() => requirePostalCode({ country: "DE" }, { zipCode: "1010", country: "AT" })).toThrow(
      Invalid,
    );
  });

  it("may keep a postal code that was stored before", () => {
    expect(() => requirePostalCode({ ...wrong }, wrong)).not.toThrow();
    expect(() => requirePostalCode({}, wrong)).not.toThrow();
  });

  it("is not checked where either is missing", () => {
    expect(() => requirePostalCode({ zipCode: "1067", country: null })).not.toThrow();
    expect(() => requirePostalCode({ zipCode: null, country: "DE" })).not.toThrow();
  });
});
