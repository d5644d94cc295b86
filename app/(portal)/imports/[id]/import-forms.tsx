"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { z } from "@/lib/core/validation/problems";
import {
  columnPrefix,
  existingChoices,
  type ImportKind,
  importFields,
  importReference,
  neededFields,
  runImportInput,
} from "@/lib/operations/imports/import-schema";
import { cancelImportAction, checkImportAction, runImportAction } from "../actions";

type MappingProps = {
  id: string;
  kind: ImportKind;
  headings: string[];
  mapping: Record<string, number>;
  existing: (typeof existingChoices)[number];
  /** The first cell of each column, to tell columns apart by. */
  samples: string[];
};

/** Which column holds which field. */
export function MappingForm({ id, kind, headings, mapping, existing, samples }: MappingProps) {
  const t = useTranslations("imports");
  const columns = headings.map((heading, column) => {
    const name = heading || t("columnNumber", { number: column + 1 });
    return {
      value: String(column),
      label: samples[column] ? `${name} (${samples[column].slice(0, 30)})` : name,
    };
  });
  const fields = Object.keys(importFields[kind]);
  const nothing = { value: "", label: t("noColumn") };
  return (
    <ActionForm
      action={checkImportAction}
      schema={z.looseObject({ id: z.uuid() })}
      values={Object.fromEntries([
        ["existing", existing],
        ...fields.map((field) => [`${columnPrefix}${field}`, mapping[field]?.toString() ?? ""]),
      ])}
      label={t("mapping")}
    >
      <HiddenField name="id" value={id} />
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {fields.map((field) => (
          <SelectField
            key={field}
            name={`${columnPrefix}${field}`}
            label={t(`fields.${field as "email"}`)}
            isOptional={!neededFields[kind].includes(field)}
            options={[nothing, ...columns]}
          />
        ))}
      </div>
      {kind === "end-user" && (
        <SelectField
          name="existing"
          label={t("existing")}
          hint={t("existingHint")}
          options={existingChoices.map((value) => ({
            value,
            label: t(`existingChoices.${value}`),
          }))}
        />
      )}
      <div>
        <SubmitButton>{t("check")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Starts an import that has been checked. */
export function RunForm({
  id,
  scope,
  count,
}: {
  id: string;
  scope: "all" | "good";
  count: number;
}) {
  const t = useTranslations("imports");
  return (
    <ActionForm
      action={runImportAction}
      schema={runImportInput}
      label={t(`run.${scope}`, { count })}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="scope" value={scope} />
      <div>
        <SubmitButton>{t(`run.${scope}`, { count })}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function CancelForm({ id }: { id: string }) {
  const t = useTranslations("imports");
  return (
    <ActionForm action={cancelImportAction} schema={importReference} label={t("cancel")}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="secondary">{t("cancel")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
