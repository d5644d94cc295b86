"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/ui/notice";
import { requestPasswordResetInput } from "@/lib/identity/auth/password-reset-schema";
import { requestPasswordResetAction } from "./actions";

export function ForgottenPasswordForm() {
  const t = useTranslations("accounts");
  return (
    <ActionForm
      action={requestPasswordResetAction}
      schema={requestPasswordResetInput}
      label={t("forgottenTitle")}
      whenDone={() => <Notice tone="success">{t("forgottenDone")}</Notice>}
    >
      <TextField name="email" label={t("email")} type="email" autoComplete="username" autoFocus />
      <SubmitButton>{t("sendResetLink")}</SubmitButton>
    </ActionForm>
  );
}
