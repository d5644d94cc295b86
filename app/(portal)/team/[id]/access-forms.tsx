"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextArea } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { AccessEndFields } from "@/components/team/access-end-fields";
import { setAccessEndInput } from "@/lib/team/members/access-end-schema";
import { memberReference, resetSecondFactorInput } from "@/lib/team/members/team-schema";
import {
  endMemberSessionsAction,
  nudgeMemberAction,
  resetSecondFactorAction,
  setAccessEndAction,
} from "../actions";

type AccessEndFormProps = { id: string; accessEndsAt: string; timeZone: string };

export function AccessEndForm({ id, accessEndsAt, timeZone }: AccessEndFormProps) {
  const t = useTranslations("team");
  return (
    <ActionForm
      key={accessEndsAt}
      action={setAccessEndAction}
      schema={setAccessEndInput}
      values={{ accessEndsAt, accessTimeZone: timeZone }}
      label={t("temporaryAccess")}
    >
      <HiddenField name="id" value={id} />
      <AccessEndFields />
      <TextArea name="reason" label={t("accessEndReason")} rows={2} />
      <div>
        <SubmitButton>{t("setAccessEnd")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function EndMemberSessionForm({ id, sessionId }: { id: string; sessionId: string }) {
  const t = useTranslations("sessions");
  return (
    <ActionForm action={endMemberSessionsAction} schema={memberReference}>
      <HiddenField name="id" value={id} />
      <HiddenField name="sessionId" value={sessionId} />
      <SubmitButton tone="secondary" size="small">
        {t("end")}
      </SubmitButton>
    </ActionForm>
  );
}

export function EndAllMemberSessionsForm({ id }: { id: string }) {
  const t = useTranslations("sessions");
  return (
    <ActionForm action={endMemberSessionsAction} schema={memberReference} label={t("endAll")}>
      <HiddenField name="id" value={id} />
      <SubmitButton tone="secondary" size="small">
        {t("endAll")}
      </SubmitButton>
    </ActionForm>
  );
}

export function ResetSecondFactorForm({ id }: { id: string }) {
  const t = useTranslations("team");
  return (
    <ActionForm
      action={resetSecondFactorAction}
      schema={resetSecondFactorInput}
      label={t("resetSecondFactor")}
    >
      <HiddenField name="id" value={id} />
      <TextArea name="reason" label={t("resetSecondFactorReason")} rows={2} />
      <div>
        <SubmitButton>{t("resetSecondFactor")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Nudged() {
  const t = useTranslations("onboarding");
  return (
    <p role="status" className="text-[13px] leading-6 text-success">
      {t("nudged")}
    </p>
  );
}

export function NudgeForm({ id }: { id: string }) {
  const t = useTranslations("onboarding");
  return (
    <ActionForm
      action={nudgeMemberAction}
      schema={memberReference}
      label={t("nudge")}
      whenDone={() => <Nudged />}
    >
      <HiddenField name="id" value={id} />
      <SubmitButton tone="secondary" size="small">
        {t("nudge")}
      </SubmitButton>
    </ActionForm>
  );
}
