"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { PasskeyButton } from "@/components/form/passkey-button";
import { SubmitButton } from "@/components/form/submit-button";
import { proveSecondFactorInput } from "@/lib/identity/second-factor/second-factor-schema";
import { offerPasskeyLogInAction, proveSecondFactorAction } from "./actions";

export function SecondFactorForm({ next }: { next: string }) {
  const t = useTranslations("secondFactor");
  return (
    <ActionForm
      action={proveSecondFactorAction}
      schema={proveSecondFactorInput}
      label={t("proveTitle")}
    >
      <HiddenField name="next" value={next} />
      <TextField
        name="code"
        label={t("code")}
        hint={t("codeHint")}
        autoComplete="one-time-code"
        spellCheck={false}
        autoFocus
      />
      <SubmitButton>{t("prove")}</SubmitButton>
      <PasskeyButton name="code" label={t("usePasskey")} prove={offerPasskeyLogInAction} />
    </ActionForm>
  );
}
