import { expect, it } from "vitest";
import { fromLocalMoment } from "./local-moment";
import { z } from "./problems";

it.each([
  ["9999-12-31T23:59", "America/New_York"],
  ["0001-01-01T00:00", "Asia/Tokyo"],
])("gives no time whose year in UTC has not four digits, like %s in %s", (local, zone) => {
  expect(fromLocalMoment(local, zone)).toBeUndefined();
});

it("gives the last time of the last year of four digits", () => {
  expect(fromLocalMoment("9999-12-31T23:59", "UTC")).toEqual(new Date("9999-12-31T23:59:00Z"));
});

it("refuses the year 0, which PostgreSQL does not know", () => {
  expect(z.iso.date().safeParse("0000-01-01").success).toBe(false);
  expect(z.iso.datetime().safeParse("0000-01-01T00:00:00Z").success).toBe(false);
});
