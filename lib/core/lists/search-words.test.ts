import { expect, it } from "vitest";
import { searchPatterns } from "./search-words";

it.each([
  ["", []],
  ["   ", []],
  ["Müller", ["%muller%"]],
  ["Anna  GROSS", ["%anna%", "%gross%"]],
  ["Groß Øyvind", ["%gross%", "%oyvind%"]],
  ["50%_a\\b", ["%50\\%\\_a\\\\b%"]],
])("%j becomes %j", (term, patterns) => {
  expect(searchPatterns(term)).toEqual(patterns);
});

it("takes eight words at most", () => {
  expect(searchPatterns("a b c d e f g h i j")).toHaveLength(8);
});
