"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { languages } from "@/lib/core/i18n/languages";
import { SelectField } from "./fields";

export function LanguageField({ name = "language" }: { name?: string }) {
  const t = useTranslations("languages");
  return (
    <SelectField
      name={name}
      label={t("language")}
      options={languages.map((language) => ({ value: language, label: t(language) }))}
    />
  );
}

/** Time zones by their region, those of Europe first. */
const zonesByRegion = groupByRegion(Intl.supportedValuesOf("timeZone"));

function groupByRegion(zones: string[]): [string, string[]][] {
  const regions = [...new Set(zones.map((zone) => zone.split("/")[0] ?? zone))];
  const ordered = [
    ...regions.filter((one) => one === "Europe"),
    ...regions.filter((one) => one !== "Europe"),
  ];
  return ordered.map((region) => [region, zones.filter((zone) => zone.split("/")[0] === region)]);
}

/** The zone of the reader's own device; unknown while the page is rendered on the server. */
const useOwnZone = () =>
  useSyncExternalStore(
    () => () => undefined,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => undefined,
  );

/** A time zone, the reader's own first. */
export function TimeZoneField({ name = "timeZone" }: { name?: string }) {
  const t = useTranslations("languages");
  const own = useOwnZone();
  return (
    <SelectField
      name={name}
      label={t("timeZone")}
      options={own ? [{ value: own, label: readable(own) }] : []}
      // The reader's own stands in its region too: an option that moved would lose the selection.
      groups={zonesByRegion.map(([region, zones]) => ({
        label: region,
        options: zones.map((zone) => ({ value: zone, label: cityOf(zone) })),
      }))}
    />
  );
}

const readable = (zone: string) => zone.replaceAll("_", " ");

/** What typing in the list finds. */
const cityOf = (zone: string) => readable(zone.split("/").slice(1).join(" – ") || zone);
