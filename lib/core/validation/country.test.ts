import fc from "fast-check";
import { expect, it } from "vitest";
import { countryCodes, toCountryCode } from "./country";
import { optionalCountry, requiredCountry } from "./problems";

it.each([
  ["AT", "AT"],
  ["at", "AT"],
  [" aut ", "AT"],
  ["A", "AT"],
  ["Österreich", "AT"],
  ["OESTERREICH", "AT"],
  ["Austria", "AT"],
  ["Germany", "DE"],
  ["D", "DE"],
  ["Deutschland", "DE"],
  ["BRD", "DE"],
  ["Schweiz", "CH"],
  ["CH", "CH"],
  ["FL", "LI"],
  ["SLO", "SI"],
  ["I", "IT"],
  ["H", "HU"],
  ["CZ", "CZ"],
  ["Tschechien", "CZ"],
  ["Czech Republic", "CZ"],
  ["UK", "GB"],
  ["Großbritannien", "GB"],
  ["Vereinigtes Königreich", "GB"],
  ["USA", "US"],
  ["Bosnien-Herzegowina", "BA"],
  ["Bosnia and Herzegovina", "BA"],
  ["Türkei", "TR"],
  ["Turkey", "TR"],
])("finds the country of %s", (written, code) => {
  expect(toCountryCode(written)).toBe(code);
});

it.each(["XX", "ZZ", "AUX", "Atlantis", "1010", "", "QQ", "EU"])(
  "refuses %j, which ISO does not know",
  (text) => {
    expect(toCountryCode(text)).toBeUndefined();
  },
);

it("finds every country by its code and its names in both languages", () => {
  for (const language of ["de", "en"]) {
    const names = new Intl.DisplayNames([language], { type: "region" });
    for (const code of countryCodes) {
      expect(toCountryCode(code.toLowerCase())).toBe(code);
      expect([code, toCountryCode(names.of(code) ?? "")]).toEqual([code, code]);
    }
  }
});

it("stores two letters, or null where nothing was written", () => {
  expect(optionalCountry.parse("Österreich")).toBe("AT");
  expect(optionalCountry.parse(" ")).toBeNull();
  expect(optionalCountry.parse(null)).toBeNull();
  expect(optionalCountry.safeParse("XX").error?.issues[0]?.message).toBe("country");
  expect(requiredCountry.parse("deu")).toBe("DE");
  expect(requiredCountry.safeParse("").error?.issues[0]?.message).toBe("required");
});

it("gives a code of ISO or nothing for any text, and the same for what it gave", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const code = toCountryCode(text);
      if (code === undefined) return;
      expect(countryCodes).toContain(code);
      expect(toCountryCode(code)).toBe(code);
    }),
  );
});
