import { DateTime } from "luxon";
import { assertPresent } from "./assert-present";

/**
 * The day of a moment in a time zone, as `2026-11-24`.
 * @throws Error when there is no such time zone
 */
export function toCalendarDay(moment: Date, timeZone: string): string {
  const day = DateTime.fromJSDate(moment, { zone: timeZone }).toISODate();
  return assertPresent(day, `The day in ${timeZone}`);
}

/**
 * The first moment of a day in a time zone, in UTC as PostgreSQL reads it: what lies before the year 1 is
 * `-infinity`, and years of five digits have no sign.
 */
export function startOfDay(day: string, timeZone: string): string {
  return toDatabase(DateTime.fromISO(day, { zone: timeZone }).startOf("day"));
}

/** The first moment after a day in a time zone, written as `startOfDay` does. A day has 23, 24 or 25 hours. */
export function endOfDay(day: string, timeZone: string): string {
  return toDatabase(DateTime.fromISO(day, { zone: timeZone }).plus({ days: 1 }).startOf("day"));
}

function toDatabase(moment: DateTime): string {
  const utc = moment.toUTC();
  if (utc.year < 1) return "-infinity";
  return assertPresent(utc.toISO(), `The day in ${moment.zoneName}`).replace(/^\+0*/, "");
}
