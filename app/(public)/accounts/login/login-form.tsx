"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextField } from "@/components/form/fields";
import { keptValues } from "@/components/form/form-state";
import { useFormStatus } from "@/components/form/form-status";
import { SubmitButton } from "@/components/form/submit-button";
import { logInInput } from "@/lib/identity/auth/log-in-schema";
import { logInAction } from "./actions";

export function LoginForm({ next }: { next: string }) {
  const t = useTranslations("accounts");
  return (
    <ActionForm action={logInAction} schema={logInInput} label={t("loginTitle")}>
      <HiddenField name="next" value={next} />
      <TextField name="email" label={t("email")} type="email" autoComplete="username" autoFocus />
      <TextField
        name="password"
        label={t("password")}
        type="password"
        autoComplete="current-password"
      />
      <OrganizationChoice />
      <SubmitButton>{t("logIn")}</SubmitButton>
    </ActionForm>
  );
}

/** Asked only of those whose address and password open more than one organization. */
function OrganizationChoice() {
  const t = useTranslations("accounts");
  const { state } = useFormStatus();
  const organizations = keptValues(state).organizations;
  if (!organizations) return null;
  const options = (JSON.parse(organizations) as { id: string; name: string }[]).map(
    ({ id, name }) => ({ value: id, label: name }),
  );
  return <SelectField name="organizationId" label={t("organization")} options={options} />;
}
