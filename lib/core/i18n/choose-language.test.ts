import { expect, it } from "vitest";
import { chooseLanguage } from "./choose-language";

const choose = (acceptLanguage: string | null) =>
  chooseLanguage({ own: null, acceptLanguage, ofOrganization: "de" });

it("follows a person's own setting before their browser", () => {
  expect(chooseLanguage({ own: "de", acceptLanguage: "en-GB", ofOrganization: "en" })).toBe("de");
});

it.each([
  ["en-GB", "en"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr-FR,fr;q=0.9,en;q=0.8,de;q=0.7", "en"],
  ["en;q=0.5, de;q=0.8", "de"],
  ["de;q=0, en;q=0.1", "en"],
])("follows a browser that asks for %s", (header, language) => {
  expect(choose(header)).toBe(language);
});

it.each([null, "", "fr-FR,*;q=0.5", "x;q=oops"])(
  "follows the organization where a browser asks for %s",
  (header) => {
    expect(choose(header)).toBe("de");
  },
);

it("falls back to English where nothing is known", () => {
  expect(chooseLanguage({ own: undefined, acceptLanguage: null, ofOrganization: undefined })).toBe(
    "en",
  );
});
