"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, SelectField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import type { densities as listDensities } from "@/lib/core/lists/list-preference-schema";
import { saveListPreferenceAction } from "./actions";
import { columnField } from "./column-field";

type Props = {
  list: string;
  columns: { key: string; header: string; isShown: boolean }[];
  density: string;
  densities: typeof listDensities;
};

/** Which columns a list shows, and how close together its rows stand. */
export function DisplayForm({ list, columns, density, densities }: Props) {
  const t = useTranslations("lists");
  const shown = columns.map(({ key, isShown }) => [`${columnField}${key}`, isShown]);
  return (
    <ActionForm
      key={JSON.stringify([shown, density])}
      action={saveListPreferenceAction}
      values={{ density, ...Object.fromEntries(shown) }}
      label={t("display")}
      className="gap-4"
    >
      <HiddenField name="list" value={list} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 text-[13px] text-ink-faint">{t("columns")}</legend>
        {columns.map(({ key, header }) => (
          <CheckboxField key={key} name={`${columnField}${key}`} label={header} />
        ))}
      </fieldset>
      <SelectField
        name="density"
        label={t("density")}
        options={densities.map((value) => ({ value, label: t(`densities.${value}`) }))}
      />
      <SubmitButton size="small">{t("applyDisplay")}</SubmitButton>
    </ActionForm>
  );
}
