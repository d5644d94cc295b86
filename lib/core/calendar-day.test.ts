import { expect, it } from "vitest";
import { toCalendarDay } from "./calendar-day";

const moment = new Date("2026-11-24T23:30:00Z");

it.each([
  ["Europe/Vienna", "2026-11-25"],
  ["UTC", "2026-11-24"],
  ["America/Los_Angeles", "2026-11-24"],
])("has the day of a moment in %s", (timeZone, day) => {
  expect(toCalendarDay(moment, timeZone)).toBe(day);
});

it("throws where there is no such time zone", () => {
  expect(() => toCalendarDay(moment, "Europe/Nowhere")).toThrow("The day in Europe/Nowhere");
});
