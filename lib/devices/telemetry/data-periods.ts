import { DateTime } from "luxon";
import { toReadingHour } from "./reading-hours";

/** The lengths of the periods that measured values are averaged over. */
export const dataResolutions = ["quarter-hour", "hour", "day", "week", "month"] as const;

export type DataResolution = (typeof dataResolutions)[number];

export type DataPeriod = { start: Date; end: Date };

/** No more periods than these come at once: 31 days of quarter-hours. */
export const MAX_DATA_PERIODS = 2976;

const quarterMs = 900_000;

/** No period of the resolution is shorter than this, but for the last hour of a day whose clocks change. */
const shortestMs = {
  "quarter-hour": quarterMs,
  hour: 3_600_000,
  day: 23 * 3_600_000,
  week: 167 * 3_600_000,
  month: 671 * 3_600_000,
} satisfies Record<DataResolution, number>;

export function hasTooManyPeriods(resolution: DataResolution, from: Date, until: Date): boolean {
  return (until.getTime() - from.getTime()) / shortestMs[resolution] > MAX_DATA_PERIODS;
}

/** The period that a moment belongs to. Days and longer ones are those of the time zone. */
export function toDataPeriod(resolution: DataResolution, at: Date, timeZone: string): DataPeriod {
  if (resolution === "quarter-hour") {
    const start = Math.floor(at.getTime() / quarterMs) * quarterMs;
    return { start: new Date(start), end: new Date(start + quarterMs) };
  }
  if (resolution === "hour") {
    const { from, until } = toReadingHour(at, timeZone);
    return { start: from, end: until };
  }
  const start = DateTime.fromJSDate(at, { zone: timeZone }).startOf(resolution);
  const end = start.plus({ [resolution]: 1 }).startOf("day");
  return { start: start.toJSDate(), end: end.toJSDate() };
}

/** The periods from the one that holds a moment until the last one that begins before another. */
export function listDataPeriods(
  resolution: DataResolution,
  from: Date,
  until: Date,
  timeZone: string,
): DataPeriod[] {
  const periods: DataPeriod[] = [];
  if (from >= until) return periods;
  let period = toDataPeriod(resolution, from, timeZone);
  while (period.start < until) {
    periods.push(period);
    period = toDataPeriod(resolution, period.end, timeZone);
  }
  return periods;
}
