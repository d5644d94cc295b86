"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { nothing } from "@/lib/identity/account/account-schema";
import { confirmIdentityAction } from "./actions";

export function ConfirmIdentityForm({ next }: { next: string }) {
  const t = useTranslations("secondFactor");
  return (
    <ActionForm action={confirmIdentityAction} schema={nothing} label={t("confirmTitle")}>
      <HiddenField name="next" value={next} />
      <div>
        <SubmitButton>{t("confirm")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
