import "server-only";
import { DateTime } from "luxon";

const format = "yyyy-MM-dd'T'HH:mm";

/** A moment as a form's date-and-time field shows it on a clock of the given zone. */
export function toLocalMoment(moment: Date, zone: string): string {
  return DateTime.fromJSDate(moment, { zone }).toFormat(format);
}

/**
 * The moment that a clock of the given zone shows as this; undefined for a time that it leaves out, and for one
 * whose year in UTC has not four digits.
 */
export function fromLocalMoment(local: string, zone: string): Date | undefined {
  const moment = DateTime.fromISO(local, { zone });
  if (!moment.isValid || moment.toFormat(format) !== local) return undefined;
  return /^(?!0000)\d{4}-/.test(moment.toJSDate().toISOString()) ? moment.toJSDate() : undefined;
}
