"use client";

import { useTranslations } from "next-intl";
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

const timeZones = Intl.supportedValuesOf("timeZone");

export function TimeZoneField({ name = "timeZone" }: { name?: string }) {
  const t = useTranslations("languages");
  return (
    <SelectField
      name={name}
      label={t("timeZone")}
      options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
    />
  );
}
