import { expect, it } from "vitest";
import { searchedPhoneDigits } from "../people/phone-number";
import { searchPatterns, searchWords } from "./search-words";

it.each([
  ["", []],
  ["   ", []],
  ["Müller", [["%muller%", "%mueller%"]]],
  ["Mu\u0308ller", [["%muller%", "%mueller%"]]],
  ["mueller", [["%mueller%", "%muller%"]]],
  ["Anna  GROSS", [["%anna%"], ["%gross%"]]],
  ["Groß Øyvind", [["%gross%"], ["%oyvind%"]]],
  ["50%_a\\b", [["%50\\%\\_a\\\\b%"]]],
])("%j becomes %j", (term, patterns) => {
  expect(searchPatterns(term)).toEqual(patterns);
});

it("takes eight words at most", () => {
  expect(searchPatterns("a b c d e f g h i j")).toHaveLength(8);
  expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
});

it.each([
  ["muellerschoen", [["muellerschoen", "mullerschon"]]],
  ["Müllerschön, Jürgen", [["mullerschon"], ["jurgen"]]],
  ["Đorđević", [["dordevic"]]],
  ["Djordjevic", [["djordjevic", "dordevic"]]],
  ["O’Brien", [["o'brien", "obrien"]]],
  ["Müller‑Lüdenscheid", [["muller-ludenscheid", "mullerludenscheid"]]],
  ["Jürgen Müller <j.huber@example.com>", [["jurgen"], ["muller"], ["j.huber@example.com"]]],
  ["<j…>", [["j"]]],
  ["Kärntner Str. 12", [["karntner"], ["str.", "strasse."], ["12"]]],
  ["ringstr. 44", [["ringstr", "ringstrasse", "ring strasse."], ["44"]]],
  ["Hauptplatz 4", [["hauptplatz"], ["4."]]],
  ["St. Pölten", [["st.", "sankt."], ["polten"]]],
  ["Sankt Pölten", [["sankt", "st."], ["polten"]]],
  ["ST 12", [["st", "sankt."], ["12"]]],
  ["Case 1023", [["#1023"]]],
  ["Fall Nr. 1023", [["#1023"]]],
  ["1010 Wien", [["1010"], ["wien"]]],
  ["12 9020", [["12 9020", "129020"]]],
  ["AT 001000 0000 0012 3456", [["at 001000 0000 0012 3456", "at001000000000123456"]]],
  ["neue", [["neue", "neu."]]],
  ["-- & …", []],
  ["100%", [["100%"]]],
])("%j is searched as %j", (term, words) => {
  expect(searchWords(term)).toEqual(words);
});

it.each([
  "+43 660 7086797",
  "+43 (0)660 7086797",
  "0660 7086797",
  "0660/7086797",
  "0660-708 67 97",
  "0043 660 7086797",
  "(0660) 708 67 97",
  "660 7086797",
  "tel:+43.660.7086797",
])("reads the telephone number %s in each way that it may be stored", (term) => {
  const words = searchWords(term.replace("tel:", ""), (digits) =>
    searchedPhoneDigits(digits, "AT"),
  );
  expect(words).toHaveLength(1);
  expect(words[0]).toEqual(expect.arrayContaining(["436607086797", "06607086797"]));
});

it.each([
  ["+43 660", ["43 660", "43660"]],
  ["0660 7", ["0660 7", "06607", "436607", "6607"]],
  ["01067", ["01067", "431067", "1067"]],
])("reads %s as the beginning of a telephone number", (term, spellings) => {
  expect(searchWords(term, (digits) => searchedPhoneDigits(digits, "AT"))[0]).toEqual(
    expect.arrayContaining(spellings),
  );
});

it("reads the beginning of a telephone number, and keeps the name next to it", () => {
  expect(searchWords("Gruber 0660 708", (digits) => searchedPhoneDigits(digits, "AT"))).toEqual([
    ["gruber"],
    ["0660 708", "0660708", "43660708", "660708"],
  ]);
});
