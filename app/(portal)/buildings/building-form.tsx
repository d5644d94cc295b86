"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { RecordField } from "@/components/form/record-field";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { fieldsInGroup } from "@/lib/core/records/field-table";
import { type BuildingField, buildingFields } from "@/lib/customers/buildings/building-fields";
import {
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
  const toTermLabel = (term: string) => {
    const key = `terms.${term}` as "terms.Flat";
    return t.has(key) ? t(key) : term;
  };
  const group = (name: string) =>
    fieldsInGroup(buildingFields, name).map(([field, definition]) => {
      const hint = `hints.${field}` as "hints.country";
      return (
        <RecordField
          key={field}
          name={field}
          field={definition}
          label={t(`fields.${field as BuildingField}`)}
          hint={t.has(hint) ? t(hint) : undefined}
          value={values[field]}
          toTermLabel={toTermLabel}
        />
      );
    });
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
      <div className="grid gap-5 sm:grid-cols-2">{group("identity")}</div>
      <fieldset className="grid gap-5 border-t border-line pt-5 sm:grid-cols-2">
        <legend className="float-left mb-4 text-[15px] font-semibold text-ink sm:col-span-2 sm:w-full">
          {t("address")}
        </legend>
        {group("address")}
        <div className="grid grid-cols-2 gap-5">{group("position")}</div>
      </fieldset>
      <fieldset className="grid gap-5 border-t border-line pt-5 sm:grid-cols-2">
        <legend className="float-left mb-4 text-[15px] font-semibold text-ink sm:col-span-2 sm:w-full">
          {t("facts")}
        </legend>
        {group("facts")}
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
