"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextArea, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import {
  mailTextReference,
  saveMailTextInput,
  updateMailSenderInput,
} from "@/lib/platform/mail/mail-text-schema";
import { resetMailTextAction, saveMailTextAction, updateMailSenderAction } from "./actions";

export function MailSenderForm({ values }: { values: Record<string, string | null> }) {
  const t = useTranslations("mailSettings");
  return (
    <ActionForm
      action={updateMailSenderAction}
      schema={updateMailSenderInput}
      values={values}
      label={t("sender")}
    >
      <TextField
        name="mailSenderName"
        label={t("senderName")}
        hint={t("senderNameHint")}
        isOptional
      />
      <TextField
        name="mailReplyTo"
        label={t("replyTo")}
        hint={t("replyToHint")}
        type="email"
        isOptional
      />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type Reference = { template: string; language: string };

type MailTextFormProps = Reference & {
  values: { subject: string; body: string; closing: string };
  placeholders: string[];
};

export function MailTextForm({ template, language, values, placeholders }: MailTextFormProps) {
  const t = useTranslations("mailSettings");
  const usable = placeholders.map((name) => `{${name}}`).join(", ");
  return (
    <ActionForm
      action={saveMailTextAction}
      schema={saveMailTextInput}
      values={values}
      label={t("texts")}
    >
      <HiddenField name="template" value={template} />
      <HiddenField name="language" value={language} />
      <TextField name="subject" label={t("subject")} />
      <TextArea
        name="body"
        label={t("body")}
        hint={t("bodyHint", { placeholders: usable })}
        rows={8}
      />
      <TextArea name="closing" label={t("closing")} rows={3} />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function ResetMailTextForm({ template, language }: Reference) {
  const t = useTranslations("mailSettings");
  return (
    <ActionForm action={resetMailTextAction} schema={mailTextReference} label={t("reset")}>
      <HiddenField name="template" value={template} />
      <HiddenField name="language" value={language} />
      <div>
        <SubmitButton tone="secondary">{t("reset")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
