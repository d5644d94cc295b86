import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessMapping, mapCells } from "./column-mapping";
import { splitFullName } from "./full-name";
import { isKnownHeading } from "./import-headings";

describe("headings", () => {
  it.each([
    ["Kunden-Nr.", "externalUserId"],
    ["Kundennummer*", "externalUserId"],
    ["KUNDENNUMMER (SAP)", "externalUserId"],
    ["Telefonnummer", "phone"],
    ["Tel.", "phone"],
    ["E-Mail (privat)", "email"],
    ["E-Mail *", "email"],
    ["eMail", "email"],
    ["Vor-name", "firstName"],
    ["Strasse", "streetAndNumber"],
    ["Straße/Nr.", "streetAndNumber"],
    ["Postleitzahl [PLZ]", "zipCode"],
    ["Länderkennzeichen", "country"],
  ])("are known however they are written: %s", (heading, field) => {
    expect(guessMapping("end-user", [heading])).toEqual({ [field]: 0 });
    expect(isKnownHeading("end-user", heading)).toBe(true);
  });

  it("prefer one that is the name itself to one with something in brackets", () => {
    expect(guessMapping("end-user", ["E-Mail (Firma)", "E-Mail"])).toEqual({ email: 1 });
  });

  it("take the first of several of the same name", () => {
    expect(guessMapping("end-user", ["E-Mail", "E-Mail"])).toEqual({ email: 0 });
  });
});

describe("a house number in a separate column", () => {
  it.each([
    [
      ["Straße", "Hausnummer"],
      [0, 1],
    ],
    [
      ["Haus-Nr.", "Ort", "Straße"],
      [2, 0],
    ],
    [
      ["Straße", "Nr."],
      [0, 1],
    ],
  ])("belongs to the street: %j", (headings, columns) => {
    expect(guessMapping("end-user", headings).streetAndNumber).toEqual(columns);
  });

  it("is no customer's number", () => {
    expect(guessMapping("end-user", ["Nr.", "Straße"]).streetAndNumber).toBe(1);
  });

  it("is joined with the street, and not twice", () => {
    const mapping = { streetAndNumber: [0, 1] };
    expect(mapCells(mapping, ["Ringstraße ", " 5"])).toEqual({ streetAndNumber: "Ringstraße 5" });
    expect(mapCells(mapping, ["Ringstraße 5", "5"])).toEqual({ streetAndNumber: "Ringstraße 5" });
    expect(mapCells(mapping, ["Ringstraße 15", "5"])).toEqual({
      streetAndNumber: "Ringstraße 15 5",
    });
    expect(mapCells(mapping, ["Ringstraße", ""])).toEqual({ streetAndNumber: "Ringstraße" });
    expect(mapCells(mapping, ["Ringstraße"])).toEqual({ streetAndNumber: "Ringstraße" });
  });
});

describe("a column called Name", () => {
  it("is the last name beside one of first names", () => {
    expect(guessMapping("end-user", ["Name", "Vorname"], [["van der Berg", "Anna"]])).toEqual({
      lastName: 0,
      firstName: 1,
    });
  });

  it("is left out beside first and last names", () => {
    expect(guessMapping("end-user", ["Name", "Vorname", "Nachname"])).toEqual({
      firstName: 1,
      lastName: 2,
    });
  });

  it("is the whole name where most have several words", () => {
    const rows = [["Anna Berger"], ["Berger, Max"], ["Stadtwerke"]];
    expect(guessMapping("end-user", ["Name"], rows)).toEqual({ fullName: 0 });
    expect(guessMapping("end-user", ["Name"], [["Berger"], ["Maier"]])).toEqual({ lastName: 0 });
  });
});

it.each([
  "Arbeitspreis (ct/kWh)",
  "Arbeitspreis in Cent",
  "Preis ct je kWh",
  "price [cents per kWh]",
  "ct/kWh",
])("reads amounts below %s as cents", (heading) => {
  expect(guessMapping("energy-contract", [heading])).toEqual({ priceInCents: 0 });
  expect(guessMapping("energy-contract", ["Preis (EUR/kWh)", heading])).toEqual({
    price: 0,
    priceInCents: 1,
  });
});

it("takes the column for home of an address book, and that for work where there is none", () => {
  const headings = ["Ort geschäftlich", "Ort privat", "Business Phone", "Land/Region privat"];
  expect(guessMapping("end-user", headings)).toEqual({ town: 1, phone: 2, country: 3 });
});

it.each([
  ["Anna Berger", "Anna", "Berger"],
  ["Berger, Anna", "Anna", "Berger"],
  ["Hofstätter, Clara Maria", "Clara Maria", "Hofstätter"],
  ["Anna van der Berg", "Anna", "van der Berg"],
  ["Mag. Anna Berger", "Mag. Anna", "Berger"],
  ["Berger", "", "Berger"],
  ["Bäckerei Berger GmbH", "", "Bäckerei Berger GmbH"],
  ["Berger, Maier und Partner, Wien", "Berger, Maier und Partner,", "Wien"],
  ["  ", "", ""],
])("splits the whole name %j", (name, firstName, lastName) => {
  expect(splitFullName(name)).toEqual({ firstName, lastName });
});

it("loses no word of any name", () => {
  const words = (text: string) =>
    text
      .split(/[\s,]+/u)
      .filter(Boolean)
      .sort();
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const { firstName, lastName } = splitFullName(name);
      expect(words(`${firstName} ${lastName}`)).toEqual(words(name));
    }),
  );
});

it("fills from the whole name only names without a column", () => {
  expect(mapCells({ fullName: 0, firstName: 1 }, ["Anna Berger", "Änne"])).toEqual({
    firstName: "Änne",
    lastName: "Berger",
  });
});
