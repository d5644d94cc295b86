"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { toFieldValue } from "@/components/form/field-value";
import { HiddenField, TextArea, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { caseReference, saveAnswerTemplateInput } from "@/lib/support/cases/case-schema";
import { deleteAnswerTemplateAction, saveAnswerTemplateAction } from "../actions";

type Template = { id: string; name: string; body: string };

export function TemplateForm({ template }: { template?: Template }) {
  const t = useTranslations("cases");
  return (
    <ActionForm
      action={saveAnswerTemplateAction}
      schema={saveAnswerTemplateInput}
      values={{ name: toFieldValue(template?.name), body: toFieldValue(template?.body) }}
      label={template?.name ?? t("saveTemplate")}
    >
      <HiddenField name="id" value={toFieldValue(template?.id)} />
      <TextField name="name" label={t("templateName")} />
      <TextArea name="body" label={t("templateBody")} rows={6} />
      <div>
        <SubmitButton>{t("saveTemplate")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function DeleteTemplateForm({ id }: { id: string }) {
  const t = useTranslations("cases");
  return (
    <ActionForm action={deleteAnswerTemplateAction} schema={caseReference}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="secondary" size="small">
          {t("deleteTemplate")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
