"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { NewPasswordField } from "@/components/form/new-password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { resetPasswordInput } from "@/lib/identity/auth/password-reset-schema";
import { resetPasswordAction } from "./actions";

type Props = { token: string; email: string; least: number; context: (string | null)[] };

export function ResetPasswordForm({ token, email, least, context }: Props) {
  const t = useTranslations("accounts");
  return (
    <ActionForm action={resetPasswordAction} schema={resetPasswordInput} label={t("resetTitle")}>
      <HiddenField name="token" value={token} />
      <NewPasswordField label={t("newPassword")} username={email} context={context} least={least} />
      <SubmitButton>{t("setPassword")}</SubmitButton>
    </ActionForm>
  );
}
