import { expect, it } from "vitest";
import { accentStyle, contrastWithWhite } from "./accent-color";

it.each([
  ["#ffffff", 1],
  ["#000000", 21],
  ["#767676", 4.54],
  ["#0a6b52", 6.5],
])("%s has a contrast of %d with white", (color, contrast) => {
  expect(contrastWithWhite(color)).toBeCloseTo(contrast, 1);
});

it("writes a style sheet of the colour alone", () => {
  expect(accentStyle("#7a1fa2")).toContain("--accent-light: #7a1fa2;");
});
