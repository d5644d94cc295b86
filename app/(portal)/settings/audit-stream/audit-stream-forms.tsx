"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { nothing } from "@/lib/identity/account/account-schema";
import { saveAuditStreamInput } from "@/lib/platform/audit-stream/audit-stream-schema";
import { removeAuditStreamAction, saveAuditStreamAction } from "./actions";

export function AuditStreamForm({ url }: { url: string }) {
  const t = useTranslations("auditStream");
  return (
    <ActionForm
      action={saveAuditStreamAction}
      schema={saveAuditStreamInput}
      values={{ url }}
      label={t("address")}
      whenDone={({ secret }) => (
        <div className="flex flex-col gap-4">
          <CopyText label={t("secret")} text={secret} hint={t("secretOnce")} />
          <div>
            <LinkButton href="/settings/audit-stream">{t("secretKept")}</LinkButton>
          </div>
        </div>
      )}
    >
      <TextField
        name="url"
        label={t("url")}
        hint={t("urlHint")}
        type="url"
        inputMode="url"
        placeholder="https://siem.company.com/wattdesk"
      />
      <div>
        <SubmitButton>{t(url ? "replace" : "start")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function RemoveAuditStreamForm() {
  const t = useTranslations("auditStream");
  return (
    <ActionForm action={removeAuditStreamAction} schema={nothing} label={t("stop")}>
      <div>
        <SubmitButton tone="secondary">{t("stop")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
