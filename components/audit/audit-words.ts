import type { useFormatter, useTranslations } from "next-intl";

type Words = ReturnType<typeof useTranslations<"audit">>;
type Format = ReturnType<typeof useFormatter>;

/** Whether there is a word for a field that an event names. */
export const hasFieldName = (t: Words, field: string): boolean =>
  t.has(`fields.${field}` as "fields.name");

/** What people call a field that an event names; the field itself where there is no word for it. */
export function fieldName(t: Words, field: string): string {
  const key = `fields.${field}` as "fields.name";
  return t.has(key) ? t(key) : field;
}

/** A reason as somebody wrote it, or the words for one that a job gave. */
export function reasonText(t: Words, reason: string): string {
  const key = `reasons.${reason}` as "reasons.refused";
  return t.has(key) ? t(key) : reason;
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** A value before or after a change, as people read it. */
export function shownValue(t: Words, format: Format, value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "string" && moment.test(value)) {
    return format.dateTime(new Date(value), "moment");
  }
  if (Array.isArray(value) && value.every((entry) => typeof entry !== "object")) {
    return value.length > 0 ? value.join(", ") : "–";
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
