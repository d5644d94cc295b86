"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { deleteEndUserInput } from "@/lib/customers/end-users/end-user-schema";
import { deleteEndUserAction, eraseEndUserAction } from "../actions";

const actions = { delete: deleteEndUserAction, erase: eraseEndUserAction };

type Props = {
  id: string;
  name: string;
  email: string | null;
  /** Deleting puts the record out of sight; erasing leaves nothing that names the person. */
  how: keyof typeof actions;
};

export function RemoveEndUserForm({ id, name, email, how }: Props) {
  const t = useTranslations("users");
  return (
    <ActionForm action={actions[how]} schema={deleteEndUserInput} label={t(how)}>
      <HiddenField name="id" value={id} />
      <TextField
        name="confirmation"
        label={t(email === null ? "confirmByName" : "confirmByAddress")}
        hint={<span className="break-all">{email ?? name}</span>}
        autoComplete="off"
        spellCheck={false}
      />
      <SubmitButton tone="danger">{t(how)}</SubmitButton>
    </ActionForm>
  );
}
