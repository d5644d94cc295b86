import { DateTime } from "luxon";

/** A stretch of time: from its first moment until just before its last. */
type Span = { from: Date; until: Date };

/** How long a reading says something of the time after it, unless another one follows. */
export const MAX_GAP_MS = 3_600_000;

const hourMs = 3_600_000;

/**
 * The hour that a moment belongs to. Hours are counted from midnight of the organization's time zone, so that none
 * belongs to two days; where clocks change by half an hour the day's last one is shorter.
 */
export function toReadingHour(moment: Date, timeZone: string): Span {
  const day = DateTime.fromJSDate(moment, { zone: timeZone }).startOf("day");
  const passed = Math.floor((moment.getTime() - day.toMillis()) / hourMs);
  const from = day.toMillis() + passed * hourMs;
  const end = day.plus({ days: 1 }).startOf("day").toMillis();
  return { from: new Date(from), until: new Date(Math.min(from + hourMs, end)) };
}

/**
 * The hours in which new readings of one device change what is known.
 * @param added when they were measured
 * @param before when the newest reading of before was measured
 */
export function listTouchedHours(
  added: readonly Date[],
  before: Date | undefined,
  timeZone: string,
): Span[] {
  const latest = Math.max(...added.map((at) => at.getTime()));
  const isNewer = before !== undefined && before.getTime() < latest;
  const hours = new Map<number, Span>();
  for (const from of isNewer ? [before, ...added] : added) {
    const until = Math.min(from.getTime() + MAX_GAP_MS, Math.max(latest, before?.getTime() ?? 0));
    let hour = toReadingHour(from, timeZone);
    hours.set(hour.from.getTime(), hour);
    while (hour.until.getTime() < until) {
      hour = toReadingHour(hour.until, timeZone);
      hours.set(hour.from.getTime(), hour);
    }
  }
  return [...hours.values()];
}
