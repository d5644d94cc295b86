"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { nothing } from "@/lib/identity/account/account-schema";
import { confirmAddressAction } from "./actions";

export function ConfirmAddressForm({ token }: { token: string }) {
  const t = useTranslations("accounts");
  return (
    <ActionForm
      action={confirmAddressAction}
      schema={nothing}
      label={t("addressTitle")}
      whenDone={({ isWhole, newEmail }) =>
        isWhole ? (
          <div className="flex flex-col gap-4">
            <Notice tone="success">
              {t("addressDone")}. {t("addressDoneText", { newEmail: newEmail })}
            </Notice>
            <LinkButton href="/accounts/login" tone="primary">
              {t("logIn")}
            </LinkButton>
          </div>
        ) : (
          <Notice tone="success">
            {t("addressHalf")}. {t("addressHalfText")}
          </Notice>
        )
      }
    >
      <HiddenField name="token" value={token} />
      <SubmitButton>{t("confirmAddress")}</SubmitButton>
    </ActionForm>
  );
}
