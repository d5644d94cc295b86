"use client";

import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/form/fields";
import { casePriorities } from "@/lib/support/cases/case-schema";

export type Colleague = { id: string; name: string; role: string };

/** What every case has: a subject, how urgent it is, and who takes care of it. */
export function CaseFields({ colleagues }: { colleagues: Colleague[] }) {
  const t = useTranslations("cases");
  return (
    <>
      <TextField name="subject" label={t("subject")} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="priority"
          label={t("priority")}
          options={casePriorities.map((value) => ({ value, label: t(`priorities.${value}`) }))}
        />
        <ColleagueField name="assigneeId" label={t("assignee")} colleagues={colleagues} />
      </div>
      <TextField
        name="externalLink"
        label={t("externalLink")}
        hint={t("externalLinkHint")}
        type="url"
        isOptional
      />
    </>
  );
}

type FieldProps = { name: string; label: string; colleagues: Colleague[] };

export function ColleagueField({ name, label, colleagues }: FieldProps) {
  const t = useTranslations("cases");
  return (
    <SelectField
      name={name}
      label={label}
      isOptional
      options={[
        { value: "", label: t("nobody") },
        ...colleagues.map(({ id, name: label }) => ({ value: id, label })),
      ]}
    />
  );
}
