"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { portalAccessInput } from "@/lib/customers/end-users/end-user-schema";
import { endPortalAccessAction, givePortalAccessAction } from "../actions";

type Props = { id: string; label: string };

export function GiveAccessForm({ id, label }: Props) {
  const t = useTranslations("users.access");
  return (
    <ActionForm
      action={givePortalAccessAction}
      schema={portalAccessInput}
      label={label}
      whenDone={({ email }) => (
        <p role="status" className="text-[13px] text-success">
          {t("sent", { email })}
        </p>
      )}
    >
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="secondary">{label}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function EndAccessForm({ id, label }: Props) {
  return (
    <ActionForm action={endPortalAccessAction} schema={portalAccessInput} label={label}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="danger">{label}</SubmitButton>
      </div>
    </ActionForm>
  );
}
