"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextArea, TextField } from "@/components/form/fields";
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
  return (
    <ActionForm
      key={role}
      action={changeMemberRoleAction}
      schema={changeMemberRoleInput}
      values={{ role: role === "admin" ? "staff" : "admin" }}
      label={t("changeRole")}
    >
      <HiddenField name="id" value={id} />
      <SelectField
        name="role"
        label={t("newRole")}
        options={memberRoles
          .filter((offered) => offered !== role)
          .map((offered) => ({ value: offered, label: roles(offered) }))}
      />
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
      <div>
        <SubmitButton>{t("changeRole")}</SubmitButton>
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
