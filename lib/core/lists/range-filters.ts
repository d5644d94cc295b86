import { type AnyColumn, and, type SQL, sql } from "drizzle-orm";

/**
 * Sorting by what a range is asked of, so that one index serves both: the chosen sort where it is one of
 * the ranges, else the first range's own.
 */
export function sortWithRanges<Sort extends string>(chosen: Sort, ranges: Sort[]): Sort {
  const [first] = ranges;
  return first === undefined || ranges.includes(chosen) ? chosen : first;
}

/** From the beginning of one day to the end of another, as days in UTC. */
export function dayRange(
  expression: AnyColumn | SQL,
  from: string | undefined,
  until: string | undefined,
): SQL | undefined {
  return and(
    from ? sql`${expression} >= ${startOf(from)}::timestamptz` : undefined,
    until ? sql`${expression} < ${startOf(dayAfter(until))}::timestamptz` : undefined,
  );
}

/** The beginning of a day in UTC. */
export const startOf = (day: string) => `${day}T00:00:00Z`;

/** The day after as PostgreSQL reads it, which knows no sign before years of five digits. */
export function dayAfter(day: string): string {
  const [next = ""] = new Date(Date.parse(day) + 86_400_000).toISOString().split("T");
  return next.replace(/^\+0*/, "");
}

/** Everything that begins with a text, for an index in the order of code points. */
export function prefixRange(expression: AnyColumn | SQL, prefix: string): SQL {
  return sql`${expression} >= ${prefix} and ${expression} < ${`${prefix}\u{10FFFD}`}`;
}
