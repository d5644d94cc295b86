import "server-only";
import { DateTime } from "luxon";
import { getLocale, getTranslations } from "next-intl/server";
import { toCalendarDay } from "@/lib/core/calendar-day";
import { now } from "@/lib/core/clock";
import { localeOf } from "@/lib/core/i18n/languages";
import type { Viewer } from "@/lib/identity/auth/find-session";

/** How a person's spreadsheet reads a file. */
export type ExportFormat = {
  /** A semicolon goes with a decimal comma. */
  separator: ";" | ",";
  /** The organization's: a file shows the same moments to all who open it. */
  timeZone: string;
  yes: string;
  no: string;
};

/** The format a viewer chose, or that of their language. */
export async function exportFormatOf({
  exportSeparator,
  organization,
}: Pick<Viewer, "exportSeparator"> & {
  organization: Pick<Viewer["organization"], "timeZone">;
}): Promise<ExportFormat> {
  const t = await getTranslations("lists");
  const usual = (await getLocale()) === localeOf.de ? "semicolon" : "comma";
  return {
    separator: (exportSeparator ?? usual) === "semicolon" ? ";" : ",",
    timeZone: organization.timeZone,
    yes: t("yes"),
    no: t("no"),
  };
}

/** A moment as spreadsheets and ISO 8601 read it, `2026-11-28 14:05:30`, in a time zone. */
export const localMoment = (moment: Date, timeZone: string): string =>
  DateTime.fromJSDate(moment, { zone: timeZone }).toFormat("yyyy-MM-dd HH:mm:ss");

/** Today's date in the organization's time zone, for the names of files. */
export const todayIn = ({ timeZone }: { timeZone: string }): string =>
  toCalendarDay(now(), timeZone);
