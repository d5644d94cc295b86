"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { encodings, separatorNames, type TableReading } from "@/lib/core/table-files/table-reading";
import { readImportAgainInput } from "@/lib/operations/imports/import-schema";
import { readImportAgainAction } from "../actions";

type Props = {
  id: string;
  reading: TableReading;
  lines: { line: number; cells: string[] }[];
  /** Of a workbook: the sheet that is read, and all that have rows. */
  sheet: string | null;
  sheets: string[] | null;
};

const MAX_SHOWN_CHARACTERS = 50;

/** How a file is read, for a person who sees that it was read wrongly. */
export function ReadingForm({ id, reading, lines, sheet, sheets }: Props) {
  const t = useTranslations("imports");
  const isListed = lines.some(({ line }) => line === reading.headingLine);
  const headingLines = [
    { value: "0", label: t("noHeadings") },
    ...lines.map(({ line, cells }) => ({
      value: String(line),
      label: t("lineNumber", {
        line,
        text: cells.filter(Boolean).join(" · ").slice(0, MAX_SHOWN_CHARACTERS),
      }),
    })),
    ...(isListed || reading.headingLine === 0
      ? []
      : [
          {
            value: String(reading.headingLine),
            label: t("lineNumber", { line: reading.headingLine, text: "" }),
          },
        ]),
  ];
  const others = (sheets ?? []).filter((name) => name !== sheet);
  return (
    <ActionForm
      action={readImportAgainAction}
      schema={readImportAgainInput}
      values={{
        encoding: reading.encoding,
        separator: reading.separator,
        headingLine: String(reading.headingLine),
        ...(sheet !== null && { sheet }),
      }}
      label={t("reading")}
    >
      <HiddenField name="id" value={id} />
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-3">
        {sheets === null ? (
          <>
            <SelectField
              name="encoding"
              label={t("encoding")}
              options={encodings.map((value) => ({ value, label: t(`encodings.${value}`) }))}
            />
            <SelectField
              name="separator"
              label={t("separator")}
              options={separatorNames.map((value) => ({ value, label: t(`separators.${value}`) }))}
            />
          </>
        ) : (
          <>
            <HiddenField name="encoding" value={reading.encoding} />
            <HiddenField name="separator" value={reading.separator} />
            <SelectField
              name="sheet"
              label={t("sheet")}
              hint={others.length > 0 ? t("otherSheets", { names: others.join(", ") }) : undefined}
              options={sheets.map((value) => ({ value, label: value }))}
            />
          </>
        )}
        <SelectField name="headingLine" label={t("headingLine")} options={headingLines} />
      </div>
      <div>
        <SubmitButton tone="secondary">{t("readAgain")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
