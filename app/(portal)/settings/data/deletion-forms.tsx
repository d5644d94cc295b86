"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { nothing } from "@/lib/identity/account/account-schema";
import { requestDeletionInput } from "@/lib/operations/organization-data/deletion-schema";
import { cancelDeletionAction, requestDeletionAction } from "./actions";

export function RequestDeletionForm({ name, days }: { name: string; days: number }) {
  const t = useTranslations("organizationData");
  return (
    <ActionForm action={requestDeletionAction} schema={requestDeletionInput} label={t("delete")}>
      <TextField name="confirmation" label={t("confirm")} hint={name} autoComplete="off" />
      <div>
        <SubmitButton tone="danger">{t("deleteButton", { days: String(days) })}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function CancelDeletionForm() {
  const t = useTranslations("organizationData");
  return (
    <ActionForm action={cancelDeletionAction} schema={nothing} label={t("cancel")}>
      <div>
        <SubmitButton>{t("cancel")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
