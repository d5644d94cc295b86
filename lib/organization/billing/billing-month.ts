import { DateTime } from "luxon";
import { assertPresent } from "@/lib/core/assert-present";
import { toCalendarDay } from "@/lib/core/calendar-day";
import { now } from "@/lib/core/clock";

/** A calendar month in an organization's time zone. */
export type BillingMonth = {
  /** Its first day, as the database keeps it: `2026-11-01`. */
  firstDay: string;
  /** As addresses name it: `2026-11`. */
  name: string;
  days: number;
};

export function billingMonth(name: string): BillingMonth {
  const firstDay = `${name}-01`;
  const { daysInMonth } = DateTime.fromISO(firstDay, { zone: "utc" });
  return { firstDay, name, days: assertPresent(daysInMonth, `The length of ${name}`) };
}

/** Today in the time zone, as `2026-11-24`. */
export function today(timeZone: string): string {
  return toCalendarDay(now(), timeZone);
}

export function currentMonth(timeZone: string): BillingMonth {
  return billingMonth(today(timeZone).slice(0, 7));
}

/** This month and the twelve before it, the newest first, as addresses name them. */
export function latestMonths(timeZone: string): string[] {
  const start = DateTime.fromISO(`${currentMonth(timeZone).name}-01`, { zone: "utc" });
  return Array.from({ length: 13 }, (_, months) => start.minus({ months }).toFormat("yyyy-MM"));
}
