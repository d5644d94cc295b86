"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextArea, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { caseStates, escalateCaseInput, updateCaseInput } from "@/lib/support/cases/case-schema";
import { escalateCaseAction, updateCaseAction } from "../actions";
import { CaseFields, type Colleague, ColleagueField } from "../case-fields";

type DetailsProps = {
  id: string;
  version: number;
  values: Record<string, string | null>;
  colleagues: Colleague[];
};

export function CaseDetailsForm({ id, version, values, colleagues }: DetailsProps) {
  const t = useTranslations("cases");
  return (
    <ActionForm
      key={version}
      action={updateCaseAction}
      schema={updateCaseInput}
      values={values}
      label={t("details")}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={String(version)} />
      <SelectField
        name="state"
        label={t("state")}
        options={caseStates.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <CaseFields colleagues={colleagues} />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Closes a case whose devices work again. */
export function CloseCaseForm({ id, version }: { id: string; version: number }) {
  const t = useTranslations("cases");
  return (
    <ActionForm action={updateCaseAction} schema={updateCaseInput} label={t("close")}>
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={String(version)} />
      <HiddenField name="state" value="solved" />
      <div>
        <SubmitButton size="small">{t("close")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function EscalateForm({ id, admins }: { id: string; admins: Colleague[] }) {
  const t = useTranslations("cases");
  return (
    <ActionForm action={escalateCaseAction} schema={escalateCaseInput} label={t("escalate")}>
      <HiddenField name="id" value={id} />
      <ColleagueField name="adminId" label={t("admin")} colleagues={admins} />
      <TextField name="contact" label={t("contact")} hint={t("contactHint")} isOptional />
      <TextArea name="reason" label={t("reason")} />
      <div>
        <SubmitButton tone="secondary">{t("escalate")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
