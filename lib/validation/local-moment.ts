import "server-only";
import { DateTime } from "luxon";

const format = "yyyy-MM-dd'T'HH:mm";

/** A moment as a form's date-and-time field shows it on a clock of the given zone. */
export function toLocalMoment(moment: Date, zone: string): string {
  return DateTime.fromJSDate(moment, { zone }).toFormat(format);
}

/** The moment that a clock of the given zone shows as this; undefined for a time that it leaves out. */
export function fromLocalMoment(local: string, zone: string): Date | undefined {
  const moment = DateTime.fromISO(local, { zone });
  return moment.isValid && moment.toFormat(format) === local ? moment.toJSDate() : undefined;
}
