"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextArea, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { removeMemberInput } from "@/lib/team/members/departure-schema";
import { removeMemberAction } from "../../actions";

type Props = { id: string; email: string; successors: { id: string; name: string }[] };

export function DepartureForm({ id, email, successors }: Props) {
  const t = useTranslations("team");
  return (
    <ActionForm action={removeMemberAction} schema={removeMemberInput} label={t("remove")}>
      <HiddenField name="id" value={id} />
      <TextArea name="reason" label={t("removeReason")} rows={2} />
      <SelectField
        name="successorId"
        label={t("successor")}
        hint={t("successorHint")}
        options={[
          { value: "", label: t("noSuccessor") },
          ...successors.map((successor) => ({ value: successor.id, label: successor.name })),
        ]}
      />
      <TextField
        name="confirmation"
        label={t("confirmRemove")}
        hint={<span className="break-all">{email}</span>}
        autoComplete="off"
        spellCheck={false}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton tone="danger">{t("remove")}</SubmitButton>
        <LinkButton href={`/team/${id}`} tone="quiet">
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
