"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextArea, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import {
  changeMemberRoleInput,
  memberReference,
  memberRoles,
  setMemberExternalIdInput,
  suspendMemberInput,
} from "@/lib/team/members/team-schema";
import {
  changeMemberRoleAction,
  reactivateMemberAction,
  setMemberExternalIdAction,
  suspendMemberAction,
} from "../actions";

export function ChangeRoleForm({ id, role }: { id: string; role: "admin" | "staff" }) {
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  const next = memberRoles.find((offered) => offered !== role) ?? role;
  return (
    <ActionForm
      key={role}
      action={changeMemberRoleAction}
      schema={changeMemberRoleInput}
      label={t("changeRole")}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="role" value={next} />
      <p className="text-sm text-ink-soft">
        {t("newRole", { role: roles(next), meaning: t(`roleMeanings.${next}`) })}
      </p>
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
      <div>
        <SubmitButton>{t("makeRole", { role: roles(next) })}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function ExternalIdForm({ id, externalUserId }: { id: string; externalUserId: string }) {
  const t = useTranslations("team");
  return (
    <ActionForm
      key={externalUserId}
      action={setMemberExternalIdAction}
      schema={setMemberExternalIdInput}
      values={{ externalUserId }}
      label={t("setExternalUserId")}
    >
      <HiddenField name="id" value={id} />
      <TextField
        name="externalUserId"
        label={t("externalUserId")}
        hint={t("externalUserIdHint")}
        autoComplete="off"
        isOptional
      />
      <div>
        <SubmitButton>{t("setExternalUserId")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function SuspendForm({ id }: { id: string }) {
  const t = useTranslations("team");
  return (
    <ActionForm action={suspendMemberAction} schema={suspendMemberInput} label={t("suspend")}>
      <HiddenField name="id" value={id} />
      <TextArea name="reason" label={t("suspendReason")} rows={2} />
      <div>
        <SubmitButton>{t("suspend")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function ReactivateForm({ id }: { id: string }) {
  const t = useTranslations("team");
  return (
    <ActionForm action={reactivateMemberAction} schema={memberReference} label={t("reactivate")}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton>{t("reactivate")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
