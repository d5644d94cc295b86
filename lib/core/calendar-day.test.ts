import { expect, it } from "vitest";
import { endOfDay, startOfDay, toCalendarDay } from "./calendar-day";

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

it.each([
  ["2026-11-28", "Europe/Vienna", "2026-11-27T23:00:00.000Z", "2026-11-28T23:00:00.000Z"],
  ["2026-11-28", "UTC", "2026-11-28T00:00:00.000Z", "2026-11-29T00:00:00.000Z"],
  // 23 and 25 hours.
  ["2026-03-29", "Europe/Vienna", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
  ["2026-10-25", "Europe/Vienna", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"],
  // Clocks go from 23:59:59 to 01:00.
  ["2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z", "2026-09-07T03:00:00.000Z"],
  ["9999-12-31", "UTC", "9999-12-31T00:00:00.000Z", "10000-01-01T00:00:00.000Z"],
  ["0001-01-01", "Asia/Tokyo", "-infinity", "0001-01-01T14:41:01.000Z"],
])("begins and ends the day %s in %s", (day, timeZone, start, end) => {
  expect([startOfDay(day, timeZone), endOfDay(day, timeZone)]).toEqual([start, end]);
});
