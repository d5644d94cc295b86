"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { acceptTermsInput } from "@/lib/identity/terms/terms-schema";
import { acceptTermsAction } from "./actions";

export function AcceptTermsForm({ version }: { version: string }) {
  const t = useTranslations("terms");
  return (
    <ActionForm action={acceptTermsAction} schema={acceptTermsInput} label={t("accept")}>
      <HiddenField name="version" value={version} />
      <CheckboxField name="terms" label={t("acceptLabel")} />
      <div>
        <SubmitButton>{t("accept")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
