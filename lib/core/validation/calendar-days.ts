import { DateTime } from "luxon";

const months: Record<string, number> = Object.fromEntries(
  [
    ["jan", "jän", "januar", "jänner", "january"],
    ["feb", "februar", "feber", "february"],
    ["mar", "mär", "mrz", "märz", "march"],
    ["apr", "april"],
    ["may", "mai"],
    ["jun", "juni", "june"],
    ["jul", "juli", "july"],
    ["aug", "august"],
    ["sep", "sept", "september"],
    ["oct", "okt", "oktober", "october"],
    ["nov", "november"],
    ["dec", "dez", "dezember", "december"],
  ].flatMap((names, index) => names.map((name) => [name, index + 1])),
);

type Day = { year: string; month: string; day: string };

const patterns: RegExp[] = [
  // ISO 8601, also with a time behind.
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?$/,
  /^(?<year>\d{4})[/.](?<month>\d{1,2})[/.](?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(?<day>\d{1,2})(?:\.|st|nd|rd|th)?[ -]?(?<month>\p{L}{3,9})\.?,?[ -](?<year>\d{4})$/u,
  /^(?<month>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/u,
];

const slashes = /^(?<first>\d{1,2})[/-](?<second>\d{1,2})[/-](?<year>\d{4}|\d{2})$/;

/** The order of day and month between slashes. */
export type SlashOrder = "day-first" | "month-first";

/**
 * The day that a text means, as ISO 8601 writes it: German and ISO forms, English ones with the name of the month,
 * and days between slashes.
 * @param order of day and month between slashes where both orders are days
 * @returns undefined where there is no such day
 */
export function readDay(text: string, order: SlashOrder = "day-first"): string | undefined {
  const plain = text.trim().toLowerCase();
  for (const pattern of patterns) {
    const groups = pattern.exec(plain)?.groups as Day | undefined;
    if (groups) return toIsoDay(groups);
  }
  const groups = slashes.exec(plain)?.groups;
  if (!groups) return undefined;
  const { first = "", second = "", year = "" } = groups;
  const dayFirst = toIsoDay({ year, month: second, day: first });
  const monthFirst = toIsoDay({ year, month: first, day: second });
  return order === "day-first" ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
}

/** Whether a text means another day in the other order. */
export const isAmbiguousDay = (text: string): boolean =>
  readDay(text, "day-first") !== readDay(text, "month-first");

/** Of some texts, the order in which those can be read that allow but one. */
export function findSlashOrder(texts: string[]): SlashOrder | undefined {
  for (const text of texts) {
    const { first, second } = slashes.exec(text.trim())?.groups ?? {};
    if (Number(first) > 12) return "day-first";
    if (Number(second) > 12) return "month-first";
  }
  return undefined;
}

function toIsoDay({ year, month, day }: Day): string | undefined {
  const moment = DateTime.fromObject(
    {
      year: year.length === 2 ? 2000 + Number(year) : Number(year),
      month: months[month] ?? (Number(month) || 0),
      day: Number(day),
    },
    { zone: "utc" },
  );
  return moment.isValid && moment.year > 0 ? moment.toISODate() : undefined;
}
