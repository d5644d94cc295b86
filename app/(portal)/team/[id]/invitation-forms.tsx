"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { CopyText } from "@/components/ui/copy-text";
import { Notice } from "@/components/ui/notice";
import { correctInvitationInput, memberReference } from "@/lib/team/members/team-schema";
import {
  correctInvitationAddressAction,
  resendInvitationAction,
  revokeInvitationAction,
} from "../actions";

function SentAgain({ link }: { link: string }) {
  const t = useTranslations("team");
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="success">{t("resent")}</Notice>
      <CopyText label={t("link")} text={link} hint={t("linkOnce")} />
    </div>
  );
}

export function ResendForm({ id }: { id: string }) {
  const t = useTranslations("team");
  return (
    <ActionForm
      action={resendInvitationAction}
      schema={memberReference}
      label={t("resend")}
      whenDone={({ link }) => <SentAgain link={link} />}
    >
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton>{t("resend")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function CorrectAddressForm({ id, email }: { id: string; email: string }) {
  const t = useTranslations("team");
  return (
    <ActionForm
      action={correctInvitationAddressAction}
      schema={correctInvitationInput}
      values={{ email }}
      label={t("correctAddress")}
      whenDone={({ link }) => <SentAgain link={link} />}
    >
      <HiddenField name="id" value={id} />
      <TextField name="email" label={t("email")} type="email" autoComplete="off" />
      <div>
        <SubmitButton>{t("correctAndSend")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function RevokeForm({ id }: { id: string }) {
  const t = useTranslations("team");
  return (
    <ActionForm action={revokeInvitationAction} schema={memberReference} label={t("revoke")}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="danger">{t("revoke")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
