"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { nothing } from "@/lib/identity/account/account-schema";
import { deleteHandbookEntryInput, handbookReference } from "@/lib/team/handbook/handbook-schema";
import {
  addStarterEntriesAction,
  confirmReadingAction,
  deleteHandbookEntryAction,
} from "./actions";

export function ConfirmReadingForm({ id }: { id: string }) {
  const t = useTranslations("handbook");
  return (
    <ActionForm
      action={confirmReadingAction}
      schema={handbookReference}
      label={t("confirmReading")}
    >
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton>{t("confirmReading")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function StarterEntriesForm() {
  const t = useTranslations("handbook");
  return (
    <ActionForm action={addStarterEntriesAction} schema={nothing} label={t("addStarters")}>
      <SubmitButton>{t("addStarters")}</SubmitButton>
    </ActionForm>
  );
}

export function DeleteHandbookEntryForm({ id, title }: { id: string; title: string }) {
  const t = useTranslations("handbook");
  return (
    <ActionForm
      action={deleteHandbookEntryAction}
      schema={deleteHandbookEntryInput}
      label={t("delete")}
    >
      <HiddenField name="id" value={id} />
      <TextField
        name="confirmation"
        label={t("confirmDelete")}
        hint={title}
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <SubmitButton tone="danger">{t("delete")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
