import pg from "pg";

const { builtins, getTypeParser } = pg.types;

/** As a connection whose time zone is UTC writes a moment of the years 1000 to 9999. */
const written = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/;

/** @param text a `timestamptz(3)` as PostgreSQL writes it, in any time zone of the connection */
export function isoOf(text: string): string {
  const [whole, day, time, fraction = ""] = written.exec(text) ?? [];
  if (!whole) return new Date(text).toISOString();
  return `${day}T${time}.${fraction.padEnd(3, "0")}Z`;
}

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, isoOf],
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
]);

/**
 * How the driver reads the values of named statements: as JSON has them. Moments are ISO 8601 texts in UTC with
 * milliseconds; to make dates of them first took a tenth of the time of a list of whole records.
 */
export const plainValues: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => parsers.get(oid) ?? getTypeParser(oid, format),
};
