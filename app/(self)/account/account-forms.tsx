"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextField } from "@/components/form/fields";
import { LanguageField, TimeZoneField } from "@/components/form/locale-fields";
import { NewPasswordField } from "@/components/form/new-password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { exportSeparators } from "@/lib/core/people/export-separators";
import {
  changeOwnAddressInput,
  changePasswordInput,
  nothing,
  updateAccountInput,
} from "@/lib/identity/account/account-schema";
import {
  changeAddressAction,
  changePasswordAction,
  endOtherSessionsAction,
  endSessionAction,
  updateAccountAction,
  withdrawAddressAction,
} from "./actions";

export function ProfileForm({ values }: { values: Record<string, string | null> }) {
  const t = useTranslations("account");
  return (
    <ActionForm
      action={updateAccountAction}
      schema={updateAccountInput}
      values={values}
      label={t("profile")}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="firstName" label={t("firstName")} autoComplete="given-name" />
        <TextField name="lastName" label={t("lastName")} autoComplete="family-name" />
        <TextField name="phone" label={t("phone")} type="tel" autoComplete="tel" isOptional />
        <LanguageField />
        <TimeZoneField />
        <SelectField
          name="exportSeparator"
          label={t("exportSeparator")}
          hint={t("exportSeparatorHint")}
          options={[
            { value: "", label: t("exportSeparators.byLanguage") },
            ...exportSeparators.map((separator) => ({
              value: separator,
              label: t(`exportSeparators.${separator}`),
            })),
          ]}
        />
      </div>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function ChangeAddressForm() {
  const t = useTranslations("account");
  return (
    <ActionForm
      action={changeAddressAction}
      schema={changeOwnAddressInput}
      label={t("changeAddress")}
    >
      <TextField name="email" label={t("newAddress")} type="email" autoComplete="off" />
      <div>
        <SubmitButton>{t("sendConfirmations")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function WithdrawAddressForm() {
  const t = useTranslations("account");
  return (
    <ActionForm action={withdrawAddressAction} schema={nothing} label={t("withdrawAddress")}>
      <div>
        <SubmitButton tone="secondary">{t("withdrawAddress")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function ChangePasswordForm({
  email,
  least,
  context,
}: {
  email: string;
  least: number;
  context: (string | null)[];
}) {
  const t = useTranslations("account");
  return (
    <ActionForm
      action={changePasswordAction}
      schema={changePasswordInput}
      label={t("changePassword")}
    >
      <TextField
        name="currentPassword"
        label={t("currentPassword")}
        type="password"
        autoComplete="current-password"
      />
      <NewPasswordField label={t("newPassword")} username={email} context={context} least={least} />
      <div>
        <SubmitButton>{t("changePassword")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function EndOtherSessionsForm() {
  const t = useTranslations("account");
  return (
    <ActionForm action={endOtherSessionsAction} schema={nothing} label={t("endOthers")}>
      <div>
        <SubmitButton tone="secondary">{t("endOthers")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function EndSessionForm({ sessionId }: { sessionId: string }) {
  const t = useTranslations("sessions");
  return (
    <ActionForm action={endSessionAction} schema={nothing}>
      <HiddenField name="sessionId" value={sessionId} />
      <SubmitButton tone="secondary" size="small">
        {t("end")}
      </SubmitButton>
    </ActionForm>
  );
}
