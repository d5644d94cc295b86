"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, TextField } from "@/components/form/fields";
import { LanguageField, TimeZoneField } from "@/components/form/locale-fields";
import { NewPasswordField } from "@/components/form/new-password-field";
import { SubmitButton } from "@/components/form/submit-button";
import { acceptInvitationInput } from "@/lib/team/members/team-schema";
import { acceptInvitationAction } from "./actions";

type Props = {
  token: string;
  organizationId: string;
  least: number;
  email: string;
  values: Record<string, string | null>;
  context: (string | null)[];
};

export function AcceptInvitationForm({
  token,
  organizationId,
  least,
  email,
  values,
  context,
}: Props) {
  const t = useTranslations("invite");
  return (
    <ActionForm
      action={acceptInvitationAction}
      schema={acceptInvitationInput}
      values={values}
      label={t("title")}
    >
      <HiddenField name="token" value={token} />
      <p className="text-sm text-ink-soft">{t("account", { email })}</p>
      <NewPasswordField
        label={t("choosePassword")}
        username={email}
        context={context}
        least={least}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="firstName" label={t("firstName")} autoComplete="given-name" />
        <TextField name="lastName" label={t("lastName")} autoComplete="family-name" />
      </div>
      <TextField name="phone" label={t("phone")} type="tel" autoComplete="tel" isOptional />
      <div className="grid gap-5 sm:grid-cols-2">
        <LanguageField />
        <TimeZoneField />
      </div>
      <CheckboxField
        name="terms"
        label={t.rich("terms", {
          link: (words) => (
            <Link
              href={`/terms?organization=${organizationId}`}
              target="_blank"
              className="text-accent underline underline-offset-2"
            >
              {words}
            </Link>
          ),
        })}
      />
      <SubmitButton>{t("accept")}</SubmitButton>
    </ActionForm>
  );
}
