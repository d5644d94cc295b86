"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/submit-button";
import { nothing } from "@/lib/identity/account/account-schema";
import { confirmOwnAccessAction } from "./actions";

export function ConfirmAccessForm() {
  const t = useTranslations("onboarding");
  return (
    <ActionForm action={confirmOwnAccessAction} schema={nothing} label={t("confirmAccess")}>
      <p className="text-[13px] leading-5 text-ink-soft">{t("confirmAccessHint")}</p>
      <div>
        <SubmitButton tone="secondary" size="small">
          {t("confirmAccess")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
