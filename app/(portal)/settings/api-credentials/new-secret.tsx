"use client";

import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Notice } from "@/components/ui/notice";

type Props = { id: string; identifier: string; secret: string };

/** Identifier and secret, shown this once. */
export function NewSecret({ id, identifier, secret }: Props) {
  const t = useTranslations("apiCredentials");
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="success">{t("secretOnce")}</Notice>
      <CopyText label={t("identifier")} text={identifier} />
      <CopyText label={t("secret")} text={secret} />
      <div>
        <LinkButton href={`/settings/api-credentials/${id}`} tone="primary">
          {t("secretKept")}
        </LinkButton>
      </div>
    </div>
  );
}
