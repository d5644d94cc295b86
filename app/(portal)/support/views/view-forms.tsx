"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import {
  startSupportViewInput,
  supportViewReference,
} from "@/lib/support/search/support-view-schema";
import { endSupportViewAction, startSupportViewAction } from "./actions";

export function StartViewForm({ userId }: { userId: string }) {
  const t = useTranslations("support.view");
  return (
    <ActionForm action={startSupportViewAction} schema={startSupportViewInput} label={t("title")}>
      <HiddenField name="userId" value={userId} />
      <TextField name="reason" label={t("reason")} />
      <div>
        <SubmitButton tone="secondary">{t("start")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function EndViewForm({ id }: { id: string }) {
  const t = useTranslations("support.view");
  return (
    <ActionForm action={endSupportViewAction} schema={supportViewReference}>
      <HiddenField name="id" value={id} />
      <SubmitButton tone="secondary" size="small">
        {t("end")}
      </SubmitButton>
    </ActionForm>
  );
}
