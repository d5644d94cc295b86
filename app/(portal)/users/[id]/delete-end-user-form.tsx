"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { deleteEndUserInput } from "@/lib/end-users/end-user-schema";
import { deleteEndUserAction } from "../actions";

export function DeleteEndUserForm({ id, email }: { id: string; email: string }) {
  const t = useTranslations("users");
  return (
    <ActionForm action={deleteEndUserAction} schema={deleteEndUserInput} label={t("delete")}>
      <HiddenField name="id" value={id} />
      <TextField
        name="confirmation"
        label={t("confirmDelete")}
        hint={<span className="break-all">{email}</span>}
        autoComplete="off"
        spellCheck={false}
      />
      <SubmitButton tone="danger">{t("delete")}</SubmitButton>
    </ActionForm>
  );
}
