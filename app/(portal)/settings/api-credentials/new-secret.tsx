"use client";

import { useTranslations } from "next-intl";
import type { FormState } from "@/components/form/form-state";
import { LinkButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Notice } from "@/components/ui/notice";

/** Identifier and secret, shown this once. */
export function NewSecret({ result }: FormState) {
  const t = useTranslations("apiCredentials");
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="success">{t("secretOnce")}</Notice>
      <CopyText label={t("identifier")} text={result?.identifier ?? ""} />
      <CopyText label={t("secret")} text={result?.secret ?? ""} />
      <div>
        <LinkButton href={`/settings/api-credentials/${result?.id ?? ""}`} tone="primary">
          {t("secretKept")}
        </LinkButton>
      </div>
    </div>
  );
}
