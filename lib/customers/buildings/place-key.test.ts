import { expect, it } from "vitest";
import { isSamePlace, toAddressKey } from "./place-key";

it.each([
  ["Ringstraße 4", "Ringstr. 4"],
  ["Ringstraße 4", "RINGSTRASSE 4"],
  ["Am Ring 4/2", "am ring 4 / 2"],
])("%s and %s are one address", (one, other) => {
  const place = (streetAndNumber: string) => ({ streetAndNumber, zipCode: "4020" });
  expect(toAddressKey(place(one))).toBe(toAddressKey(place(other)));
});

it.each([
  [
    { streetAndNumber: "Ring 4", zipCode: "4020" },
    { streetAndNumber: "Ring 4", zipCode: "4021" },
  ],
  [
    { streetAndNumber: "Ring 4", streetAddInfo: "Top 1" },
    { streetAndNumber: "Ring 4", streetAddInfo: "Top 2" },
  ],
  [{ streetAndNumber: "Ring 4" }, {}],
])("%o and %o are two places", (one, other) => {
  expect(isSamePlace({ name: "Home", ...one }, { name: "Home", ...other })).toBe(false);
});

it("has no address without a street", () => {
  expect(toAddressKey({ zipCode: "4020", town: "Linz" })).toBe("");
});
