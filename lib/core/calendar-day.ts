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
