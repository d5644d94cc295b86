"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, SelectField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import {
  buildingTerms,
  createBuildingInput,
  updateBuildingInput,
} from "@/lib/customers/buildings/building-schema";
import { createBuildingAction, updateBuildingAction } from "./actions";

type Values = Record<string, string | boolean | null>;

type Props = { values?: Values } & (
  | { userId: string; existing?: undefined }
  | { existing: { id: string; version: number }; userId?: undefined }
);

export function BuildingForm({ values = {}, userId, existing }: Props) {
  const t = useTranslations("buildings");
  // What a partner's system wrote in its own words stays a choice.
  const options = (known: readonly string[], present: unknown) => [
    { value: "", label: "–" },
    ...[...new Set([...known, ...(typeof present === "string" && present ? [present] : [])])].map(
      (value) => ({
        value,
        label: t.has(`terms.${value}` as "terms.Flat")
          ? t(`terms.${value}` as "terms.Flat")
          : value,
      }),
    ),
  ];
  return (
    <ActionForm
      action={existing ? updateBuildingAction : createBuildingAction}
      schema={existing ? updateBuildingInput : createBuildingInput}
      values={values}
      label={existing ? t("edit") : t("create")}
    >
      {existing ? (
        <>
          <HiddenField name="id" value={existing.id} />
          <HiddenField name="version" value={String(existing.version)} />
        </>
      ) : (
        <HiddenField name="userId" value={userId} />
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="name" label={t("name")} />
        <SelectField
          name="propertyType"
          label={t("propertyType")}
          options={options(buildingTerms.propertyType, values.propertyType)}
          isOptional
        />
      </div>
      <fieldset className="grid gap-5 border-t border-line pt-5 sm:grid-cols-2">
        <legend className="float-left mb-4 text-[15px] font-semibold text-ink sm:col-span-2 sm:w-full">
          {t("address")}
        </legend>
        <TextField name="streetAndNumber" label={t("street")} isOptional />
        <TextField name="streetAddInfo" label={t("streetAddInfo")} isOptional />
        <TextField name="zipCode" label={t("zipCode")} isOptional />
        <TextField name="town" label={t("town")} isOptional />
        <TextField name="country" label={t("country")} hint={t("countryHint")} isOptional />
        <div className="grid grid-cols-2 gap-5">
          <TextField name="latitude" label={t("latitude")} inputMode="decimal" isOptional />
          <TextField name="longitude" label={t("longitude")} inputMode="decimal" isOptional />
        </div>
      </fieldset>
      <fieldset className="grid gap-5 border-t border-line pt-5 sm:grid-cols-2">
        <legend className="float-left mb-4 text-[15px] font-semibold text-ink sm:col-span-2 sm:w-full">
          {t("facts")}
        </legend>
        <TextField name="propertySizeM2" label={t("sizeField")} inputMode="numeric" isOptional />
        <TextField name="propertyAge" label={t("age")} hint={t("ageHint")} isOptional />
        <TextField name="numOccupants" label={t("occupants")} inputMode="numeric" isOptional />
        <TextField name="occupantType" label={t("occupantType")} isOptional />
        <SelectField
          name="spaceHeating"
          label={t("spaceHeating")}
          options={options(buildingTerms.heating, values.spaceHeating)}
          isOptional
        />
        <SelectField
          name="waterHeating"
          label={t("waterHeating")}
          options={options(buildingTerms.heating, values.waterHeating)}
          isOptional
        />
        <CheckboxField name="photovoltaic" label={t("photovoltaic")} />
      </fieldset>
      <div className="flex flex-wrap gap-3 border-t border-line pt-5">
        <SubmitButton>{existing ? t("save") : t("create")}</SubmitButton>
        <LinkButton href={existing ? `/buildings/${existing.id}` : `/users/${userId}`} tone="quiet">
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
