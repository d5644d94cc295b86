"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextArea, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { AccessEndFields } from "@/components/team/access-end-fields";
import { buttonClasses, LinkButton } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Notice } from "@/components/ui/notice";
import { inviteTeamMemberInput, memberRoles } from "@/lib/team/members/team-schema";
import { inviteTeamMemberAction } from "../actions";

export function InviteForm({ timeZone }: { timeZone: string }) {
  const t = useTranslations("team");
  const roles = useTranslations("roles");
  return (
    <ActionForm
      action={inviteTeamMemberAction}
      schema={inviteTeamMemberInput}
      values={{ role: "staff", accessTimeZone: timeZone }}
      label={t("invite")}
      whenDone={({ id, link, email }) => (
        <div className="flex flex-col gap-5">
          <Notice tone="success">{t("invited", { email })}</Notice>
          <CopyText label={t("link")} text={link} hint={t("linkOnce")} />
          <div className="flex flex-wrap gap-3">
            {/* Loads the page: a link of the router would keep the form as it is. */}
            <a href="/team/invite" className={buttonClasses({ tone: "primary" })}>
              {t("inviteAnother")}
            </a>
            <LinkButton href={`/team/${id}`}>{t("showMember")}</LinkButton>
            <LinkButton href="/team" tone="quiet">
              {t("backToTeam")}
            </LinkButton>
          </div>
        </div>
      )}
    >
      <TextField
        name="email"
        label={t("email")}
        type="email"
        autoComplete="off"
        hint={t("emailHint")}
      />
      <SelectField
        name="role"
        label={t("role")}
        options={memberRoles.toReversed().map((role) => ({
          value: role,
          label: t("roleOption", { role: roles(role), meaning: t(`roleMeanings.${role}`) }),
        }))}
      />
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="firstName" label={t("firstName")} autoComplete="off" isOptional />
        <TextField name="lastName" label={t("lastName")} autoComplete="off" isOptional />
      </div>
      <TextField
        name="externalUserId"
        label={t("externalUserId")}
        hint={t("externalUserIdHint")}
        autoComplete="off"
        isOptional
      />
      <AccessEndFields />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t("sendInvitation")}</SubmitButton>
        <LinkButton href="/team" tone="quiet">
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
