import fc from "fast-check";
import { expect, it } from "vitest";
import { guessMapping, mapCells, sourceColumnsOf } from "./column-mapping";
import { splitPostalTown } from "./postal-town";

it.each([
  ["1010 Wien", "", { zipCode: "1010", town: "Wien" }],
  ["A-1010 Wien", "", { zipCode: "1010", town: "Wien", country: "AT" }],
  ["D-80331 München", "Deutschland", { zipCode: "80331", town: "München", country: "DE" }],
  ["CH 8001 Zürich", "", { zipCode: "8001", town: "Zürich", country: "CH" }],
  ["8001 Zürich", "CH", { zipCode: "8001", town: "Zürich" }],
  ["3100 St. Pölten", "AT", { zipCode: "3100", town: "St. Pölten" }],
  ["1010 Wien, Innere Stadt", "", { zipCode: "1010", town: "Wien, Innere Stadt" }],
  ["Wien 1010", "AT", { zipCode: "1010", town: "Wien" }],
  ["SW1A 1AA London", "GB", { zipCode: "SW1A 1AA", town: "London" }],
  ["London SW1A 1AA", "", { zipCode: "SW1A 1AA", town: "London" }],
  ["1012 JS Amsterdam", "NL", { zipCode: "1012 JS", town: "Amsterdam" }],
  ["110 00 Praha 1", "CZ", { zipCode: "110 00", town: "Praha 1" }],
  ["D-1010 Wien", "AT", { zipCode: "D-1010", town: "Wien" }],
  ["40200 Linz", "AT", { zipCode: "40200", town: "Linz" }],
  ["4020", "AT", { zipCode: "4020", town: "" }],
  ["St. Pölten", "AT", { zipCode: "", town: "St. Pölten" }],
  ["Wien 22", "", { zipCode: "", town: "Wien 22" }],
  ["", "", { zipCode: "", town: "" }],
])("splits the postal code and town %j of %j", (text, country, parts) => {
  expect(splitPostalTown(text, country)).toEqual(parts);
});

it("loses no letter or digit of any postal code and town but the sign of the country", () => {
  const letters = (text: string) =>
    text
      .replaceAll(/[\s,-]/gu, "")
      .split("")
      .sort()
      .join("");
  const word = fc.oneof(
    fc.constantFrom("1010", "SW1A", "1AA", "110", "00", "Wien", "A-", "Praha,"),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(fc.array(word), fc.constantFrom("", "AT", "GB", "JP"), (words, country) => {
      const text = words.join(" ");
      const { zipCode, town, country: sign } = splitPostalTown(text, country);
      if (sign === undefined) expect(letters(zipCode + town)).toBe(letters(text));
    }),
  );
});

it.each(["PLZ/Ort", "PLZ Ort", "Postleitzahl und Ort", "ZIP City", "Postcode / Town"])(
  "knows %s as the heading of both",
  (heading) => {
    expect(guessMapping("building", [heading])).toEqual({ zipCodeAndTown: 0 });
  },
);

it("finds by the cells that a column of towns holds postal codes", () => {
  const rows = [["1010 Wien"], ["4020 Linz"], ["Graz"]];
  expect(guessMapping("end-user", ["Ort"], rows)).toEqual({ zipCodeAndTown: 0 });
  expect(guessMapping("end-user", ["Ort"], [["Wien"], ["Linz"]])).toEqual({ town: 0 });
  expect(guessMapping("end-user", ["PLZ", "Ort"], [["1010", "1010 Wien"]])).toEqual({
    zipCode: 0,
    town: 1,
  });
});

it("fills only what has no column with content, and tells problems at the column it came from", () => {
  const mapping = { zipCodeAndTown: 0, town: 1 };
  expect(mapCells(mapping, ["1010 Wien", "Vienna"])).toEqual({ zipCode: "1010", town: "Vienna" });
  expect(mapCells(mapping, ["1010 Wien", ""])).toEqual({ zipCode: "1010", town: "Wien" });
  expect(sourceColumnsOf(mapping, "zipCode")).toEqual([0]);
  expect(sourceColumnsOf(mapping, "town")).toEqual([1]);
});
