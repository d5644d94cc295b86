import { type AnyColumn, and, type SQL, sql } from "drizzle-orm";
import { endOfDay, startOfDay } from "../calendar-day";
import { now } from "../clock";

type Column = AnyColumn | SQL;

/** Filters as the database's search functions take them; undefined ones are left out. */
export type SearchFilters = Record<string, string | number[] | undefined>;

/** A filter that limits one of a list's sorts to a range, which the sort's index begins and ends at. */
export type ListRange<Sort extends string, Input> = {
  sort: Sort;
  /** Whether a list is asked for this range. */
  isIn(input: Input): boolean;
  /**
   * @param column what the sort goes by
   * @param timeZone the organization's, whose days these are
   */
  condition(column: Column, input: Input, timeZone: string): SQL | undefined;
  /** The same range for the database's search functions. */
  searchFilters(input: Input, timeZone: string): SearchFilters;
};

type Days<Sort extends string> = {
  [Name in `${Sort}From` | `${Sort}Until`]?: string | undefined;
};

/** From the beginning of one day to the end of another: `createdFrom`, `createdUntil`. */
export function days<Sort extends string>(sort: Sort): ListRange<Sort, Days<Sort>> {
  const bounds = (input: Days<Sort>, timeZone: string) => {
    const from: string | undefined = input[`${sort}From`];
    const until: string | undefined = input[`${sort}Until`];
    return { from: from && startOfDay(from, timeZone), before: until && endOfDay(until, timeZone) };
  };
  return {
    sort,
    isIn: (input) => Boolean(input[`${sort}From`] || input[`${sort}Until`]),
    condition(column, input, timeZone) {
      const { from, before } = bounds(input, timeZone);
      return and(
        from ? sql`${column} >= ${from}::timestamptz` : undefined,
        before ? sql`${column} < ${before}::timestamptz` : undefined,
      );
    },
    searchFilters(input, timeZone) {
      const { from, before } = bounds(input, timeZone);
      return { [`${sort}From`]: from, [`${sort}Before`]: before };
    },
  };
}

/** What begins with a text, for an index in the order of code points. */
export function prefix<Sort extends string>(
  sort: Sort,
): ListRange<Sort, { [Name in Sort]?: string | undefined }> {
  return {
    sort,
    isIn: (input) => Boolean(input[sort]),
    condition: (column, input) =>
      sql`${column} >= ${input[sort]} and ${column} < ${`${input[sort]}\u{10FFFD}`}`,
    searchFilters: (input) => ({ [sort]: input[sort] }),
  };
}

/**
 * What lies at least some hours back.
 * @param filter the parameter with the number of hours
 * @param searchFilter what the database's search functions call it
 */
export function hoursBack<Sort extends string, Filter extends string>(
  sort: Sort,
  filter: Filter,
  searchFilter: string,
): ListRange<Sort, { [Name in Filter]?: number | undefined }> {
  const before = (hours: number | undefined) =>
    hours && new Date(now().getTime() - hours * 3_600_000).toISOString();
  return {
    sort,
    isIn: (input) => Boolean(input[filter]),
    condition: (column, input) => sql`${column} < ${before(input[filter])}::timestamptz`,
    searchFilters: (input) => ({ [searchFilter]: before(input[filter]) || undefined }),
  };
}
