"use client";

import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Notice } from "@/components/ui/notice";

/** The secret, shown this once. */
export function NewWebhookSecret({ id, secret }: { id: string; secret: string }) {
  const t = useTranslations("webhooks");
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="success">{t("secretOnce")}</Notice>
      <CopyText label={t("secret")} text={secret} hint={t("secretHint")} />
      <div>
        <LinkButton href={`/settings/webhooks/${id}`} tone="primary">
          {t("secretKept")}
        </LinkButton>
      </div>
    </div>
  );
}
