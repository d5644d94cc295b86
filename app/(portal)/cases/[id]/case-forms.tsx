"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { toFieldValue } from "@/components/form/field-value";
import { HiddenField, SelectField, TextArea, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import {
  addCaseNoteInput,
  answerCaseInput,
  caseStates,
  escalateCaseInput,
  updateCaseInput,
} from "@/lib/support/cases/case-schema";
import {
  addCaseNoteAction,
  answerCaseAction,
  escalateCaseAction,
  updateCaseAction,
} from "../actions";
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

type NoteProps = { id: string; latest: string; colleagues: Colleague[] };

export function CaseNoteForm({ id, latest, colleagues }: NoteProps) {
  const t = useTranslations("cases");
  return (
    <ActionForm
      // A note that was taken leaves an empty form behind.
      key={latest}
      action={addCaseNoteAction}
      schema={addCaseNoteInput}
      label={t("addNote")}
    >
      <HiddenField name="id" value={id} />
      <TextArea name="body" label={t("bodyOfNote")} hint={t("hintOfNote")} rows={4} />
      <ColleagueField name="mentions" label={t("mentions")} colleagues={colleagues} />
      <div>
        <SubmitButton tone="secondary">{t("addNote")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type AnswerProps = {
  id: string;
  latest: string;
  templates: { id: string; name: string; body: string }[];
};

export function CaseAnswerForm({ id, latest, templates }: AnswerProps) {
  const t = useTranslations("cases");
  const [chosen, setChosen] = useState("");
  const body = toFieldValue(templates.find((template) => template.id === chosen)?.body);
  return (
    <div className="flex flex-col gap-5">
      {templates.length > 0 && (
        <label className="flex flex-col gap-1.5 text-sm font-medium text-ink">
          {t("template")}
          <select
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
            className="h-10 w-full rounded-lg border border-line-strong bg-surface px-3 text-sm font-normal text-ink"
          >
            <option value="">{t("noTemplate")}</option>
            {templates.map((template) => (
              <option key={template.id} value={template.id}>
                {template.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <ActionForm
        key={`${latest} ${chosen}`}
        action={answerCaseAction}
        schema={answerCaseInput}
        values={{ body }}
        label={t("answer")}
      >
        <HiddenField name="id" value={id} />
        <TextArea name="body" label={t("answerBody")} hint={t("answerHint")} rows={6} />
        <div>
          <SubmitButton>{t("send")}</SubmitButton>
        </div>
      </ActionForm>
    </div>
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
