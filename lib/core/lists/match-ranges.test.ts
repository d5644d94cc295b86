import fc from "fast-check";
import { expect, it } from "vitest";
import { searchedPhoneDigits } from "../people/phone-number";
import { matchRanges } from "./match-ranges";
import { searchWords } from "./search-words";

const marked = (text: string, search: string) =>
  matchRanges(
    text,
    searchWords(search, (digits) => searchedPhoneDigits(digits, "AT")),
  ).map(({ from, to }) => text.slice(from, to));

it.each([
  ["Jürgen Müllerschön", "muellerschoen", ["Müllerschön"]],
  ["Juergen Muellerschoen", "müllersch", ["Muellersch"]],
  ["Milica Đorđević", "djordj", ["Đorđ"]],
  ["Großmann", "gross", ["Groß"]],
  ["Síle O’Brien", "obrien", ["O’Brien"]],
  ["Anna Gruber", "ruber", ["ruber"]],
  ["Gruber, Eisgruber", "gruber", ["Gruber"]],
  ["Ringstraße 44", "ringstr. 44", ["Ringstraße", "44"]],
  ["+43 660 7086797", "0660/708 67 97", ["43 660 7086797"]],
  ["4600 Wels, +43 660 4224728", "0660 4", ["43 660 4"]],
  ["0664 1000010", "+436641000010", ["0664 1000010"]],
  ["K-2024/117", "k2024", ["K-2024"]],
  ["Anna Gruber", "huber", []],
  ["", "huber", []],
])("in %j, %j is %j", (text, search, parts) => {
  expect(marked(text, search)).toEqual(parts);
});

const text = fc
  .array(fc.constantFrom(..."aAäÄeoöuüßŁđdj012345 -'’.+/()\u0301\u200b😀ﬁ½"))
  .map((characters) => characters.join(""));

it("names parts of the text in their order, for any search", () => {
  fc.assert(
    fc.property(text, text, (shown, search) => {
      let before = -1;
      for (const { from, to } of matchRanges(shown, searchWords(search))) {
        expect(from).toBeGreaterThan(before);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(shown.length);
        before = to;
      }
    }),
  );
});
