"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { deleteEndUserInput } from "@/lib/end-users/end-user-schema";
import { eraseEndUserAction } from "../actions";

export function EraseEndUserForm({ id, email }: { id: string; email: string }) {
  const t = useTranslations("users");
  return (
    <ActionForm action={eraseEndUserAction} schema={deleteEndUserInput} label={t("erase")}>
      <HiddenField name="id" value={id} />
      <TextField
        name="confirmation"
        label={t("confirmDelete")}
        hint={<span className="break-all">{email}</span>}
        autoComplete="off"
        spellCheck={false}
      />
      <SubmitButton tone="danger">{t("erase")}</SubmitButton>
    </ActionForm>
  );
}
