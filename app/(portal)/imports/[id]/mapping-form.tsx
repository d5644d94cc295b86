"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, SelectField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { z } from "@/lib/core/validation/problems";
import {
  columnsOf,
  type ImportMapping,
  joinableFields,
  mappableFields,
} from "@/lib/operations/imports/column-mapping";
import type { ImportKind } from "@/lib/operations/imports/import-headings";
import {
  columnPrefix,
  existingChoices,
  joinedPrefix,
  neededFields,
} from "@/lib/operations/imports/import-schema";
import { checkImportAction } from "../actions";

type Props = {
  id: string;
  kind: ImportKind;
  headings: string[];
  mapping: ImportMapping;
  isMappingSaved: boolean;
  existing: (typeof existingChoices)[number];
  /** The first cell of each column, to tell columns apart by. */
  samples: string[];
};

const MAX_SAMPLE_CHARACTERS = 30;

/** Which column holds which field. */
export function MappingForm({ id, kind, headings, mapping, samples, ...props }: Props) {
  const t = useTranslations("imports");
  const columns = headings.map((heading, column) => {
    const isRepeated = headings.indexOf(heading) !== column;
    const number = t("columnNumber", { number: column + 1 });
    const name = heading === "" ? number : isRepeated ? `${heading}, ${number}` : heading;
    const sample = samples[column]?.slice(0, MAX_SAMPLE_CHARACTERS);
    return { value: String(column), label: sample ? `${name} (${sample})` : name };
  });
  const fields = mappableFields(kind);
  const options = [{ value: "", label: t("noColumn") }, ...columns];
  const chosen = (field: string, at: number) => columnsOf(mapping, field)[at]?.toString() ?? "";
  return (
    <ActionForm
      action={checkImportAction}
      schema={z.looseObject({ id: z.uuid() })}
      values={{
        existing: props.existing,
        isMappingSaved: props.isMappingSaved,
        ...Object.fromEntries(
          fields.flatMap((field) => [
            [`${columnPrefix}${field}`, chosen(field, 0)],
            [`${joinedPrefix}${field}`, chosen(field, 1)],
          ]),
        ),
      }}
      label={t("mapping")}
    >
      <HiddenField name="id" value={id} />
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {fields.map((field) => (
          <div key={field} className="flex flex-col gap-2">
            <SelectField
              name={`${columnPrefix}${field}`}
              label={t(`fields.${field as "email"}`)}
              isOptional={!neededFields[kind].includes(field)}
              options={options}
            />
            {joinableFields.includes(field) && (
              <SelectField
                name={`${joinedPrefix}${field}`}
                label={t("joined", { field: t(`fields.${field as "email"}`) })}
                isOptional
                options={options}
              />
            )}
          </div>
        ))}
      </div>
      <SelectField
        name="existing"
        label={t(`existing.${kind}`)}
        hint={t("existingHint", { by: t(`knownBy.${kind}`) })}
        options={existingChoices.map((value) => ({ value, label: t(`existingChoices.${value}`) }))}
      />
      {headings.some(Boolean) && (
        <CheckboxField
          name="isMappingSaved"
          label={t("saveMapping")}
          hint={t("saveMappingHint")}
          isSentUnticked
        />
      )}
      <div>
        <SubmitButton>{t("check")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
