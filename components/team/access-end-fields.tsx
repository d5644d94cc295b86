"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/form/fields";
import { TimeZoneField } from "@/components/form/locale-fields";

/** Until when access is given, with the time zone it is meant in. */
export function AccessEndFields() {
  const t = useTranslations("team");
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] gap-5">
      <TextField
        name="accessEndsAt"
        label={t("accessEndsAt")}
        hint={t("accessEndsAtHint")}
        type="datetime-local"
        isOptional
      />
      <TimeZoneField name="accessTimeZone" />
    </div>
  );
}
