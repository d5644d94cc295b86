"use client";

import { useTranslations } from "next-intl";
import type { FormState } from "@/components/form/form-state";
import { LinkButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Notice } from "@/components/ui/notice";

/** The secret, shown this once. */
export function NewWebhookSecret({ result }: FormState) {
  const t = useTranslations("webhooks");
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="success">{t("secretOnce")}</Notice>
      <CopyText label={t("secret")} text={result?.secret ?? ""} hint={t("secretHint")} />
      <div>
        <LinkButton href={`/settings/webhooks/${result?.id ?? ""}`} tone="primary">
          {t("secretKept")}
        </LinkButton>
      </div>
    </div>
  );
}
