"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Notice } from "@/components/ui/notice";
import {
  createPersonalTokenInput,
  personalTokenDays,
  personalTokenReference,
} from "@/lib/identity/api-credentials/personal-token-schema";
import { createPersonalTokenAction, revokePersonalTokenAction } from "./actions";

export function CreateTokenForm() {
  const t = useTranslations("personalTokens");
  return (
    <ActionForm
      action={createPersonalTokenAction}
      schema={createPersonalTokenInput}
      values={{ access: "read", days: "30" }}
      label={t("create")}
      whenDone={({ token }) => <NewToken token={token} />}
    >
      <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="off" />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="access"
          label={t("access")}
          options={(["read", "write"] as const).map((value) => ({
            value,
            label: t(`accesses.${value}`),
          }))}
        />
        <SelectField
          name="days"
          label={t("worksFor")}
          options={personalTokenDays.map((days) => ({
            value: days,
            label: t("days", { days: Number(days) }),
          }))}
        />
      </div>
      <div>
        <SubmitButton>{t("create")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The token, shown this once. */
function NewToken({ token }: { token: string }) {
  const t = useTranslations("personalTokens");
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="success">{t("once")}</Notice>
      <CopyText label={t("token")} text={token} />
      <div>
        <LinkButton href="/account/tokens" tone="primary">
          {t("kept")}
        </LinkButton>
      </div>
    </div>
  );
}

export function RevokeTokenForm({ id, name }: { id: string; name: string }) {
  const t = useTranslations("personalTokens");
  return (
    <ActionForm
      action={revokePersonalTokenAction}
      schema={personalTokenReference}
      label={t("revokeNamed", { name })}
    >
      <HiddenField name="id" value={id} />
      <SubmitButton tone="secondary" size="small">
        {t("revoke")}
      </SubmitButton>
    </ActionForm>
  );
}
