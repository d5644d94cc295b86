import { describe, expect, it } from "vitest";
import german from "./de";
import english from "./en";
import { flatten } from "./flatten";
import unwanted from "./unwanted-words.json" with { type: "json" };

/** The texts without the names of their placeholders and tags, which are code. */
const pick = (messages: typeof english) =>
  flatten(messages).map(
    ([key, text]) => [key, text.replaceAll(/\{\w+(?=[,}])|<\/?\w+>/g, "{")] as const,
  );

/** As a whole word, in any case; `E-Mail` is another word than `Mail`. */
const toWord = (expression: string) =>
  new RegExp(`(?<![\\p{L}-])(?:${expression})(?!\\p{L})`, "iu");

/** Words that read like a translation, that have another name here, or that are spelled the American way. */
const unwantedEnglish = unwanted.en.map(toWord);
const unwantedGerman = unwanted.de.map(toWord);

describe("English", () => {
  it.each(pick(english))("%s is said in plain words", (_, text) => {
    expect(unwantedEnglish.filter((word) => word.test(text))).toEqual([]);
  });
});

describe("German", () => {
  it.each(pick(german))("%s is said in plain words", (_, text) => {
    expect(unwantedGerman.filter((word) => word.test(text))).toEqual([]);
  });
});

it("finds an unwanted word in any case, but not within another", () => {
  expect(unwantedEnglish.some((word) => word.test("A device Of Yours"))).toBe(true);
  expect(unwantedEnglish.some((word) => word.test("The standard error"))).toBe(false);
  expect(unwantedGerman.some((word) => word.test("Der Stand ist gut"))).toBe(true);
  expect(unwantedGerman.some((word) => word.test("Ein Standort"))).toBe(false);
});
