import { verbatimText, z } from "@/lib/core/validation/problems";

const MAX_SHOWN_CHARACTERS = 60;

const shown = (value: unknown) =>
  (JSON.stringify(value) ?? "nothing").slice(0, MAX_SHOWN_CHARACTERS);

/** In a query that is not encoded, the plus sign of an offset arrives as a space. */
const written =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(?:(Z)|([+ -])(\d\d):?(\d\d))$/i;

const strict = z.iso.datetime();

/** The same time in UTC with milliseconds; undefined for what no clock shows. */
function toUtc(text: string): string | undefined {
  const [, day, time, seconds = ":00", utc, sign, hours = "", minutes = ""] =
    written.exec(text) ?? [];
  if (!day || !strict.safeParse(`${day}T${time}${seconds}Z`).success) return undefined;
  if (!utc && (hours > "23" || minutes > "59")) return undefined;
  const offset = utc ? "Z" : `${sign === " " ? "+" : sign}${hours}:${minutes}`;
  const date = new Date(`${day}T${time}${seconds}${offset}`);
  const iso = date.toISOString();
  // At both ends of the calendar an offset leads out of the years that have four digits.
  return strict.safeParse(iso).success ? iso : undefined;
}

const isDateTime = (text: string) => toUtc(text) !== undefined;

const error = ({ input }: { input?: unknown }) => `dateTime:${shown(input)}`;

/** A date-time of ISO 8601 with any offset, as it may be sent; its value is in UTC. */
export const dateTime = verbatimText({ error })
  .refine(isDateTime, { error })
  .overwrite((text) => toUtc(text) ?? text)
  .meta({ format: "date-time", example: "2026-11-24T08:30:00.000Z" });
