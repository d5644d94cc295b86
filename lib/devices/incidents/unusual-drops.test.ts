import { expect, it } from "vitest";
import { dropThreshold, isOver } from "./unusual-drops";

it.each([
  ["nothing usual", 0, 10],
  ["little", 1, 10],
  ["some", 4, 20],
  ["much: five times", 100, 500],
])("wants more drops where %s is usual", (_, usual, expected) => {
  expect(dropThreshold(usual)).toBe(expected);
});

it("grows with what is usual", () => {
  const thresholds = [0, 0.5, 1, 2, 5, 20, 100].map(dropThreshold);
  expect(thresholds).toEqual(thresholds.toSorted((one, other) => one - other));
});

it("is over when nine of ten are back", () => {
  expect(isOver({ affected: 1000, stillAffected: 101 })).toBe(false);
  expect(isOver({ affected: 1000, stillAffected: 100 })).toBe(true);
});
