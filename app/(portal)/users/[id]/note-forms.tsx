"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextArea } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { addNoteInput, referenceOfNote } from "@/lib/customers/notes/note-schema";
import { addNoteAction, deleteNoteAction } from "../actions";

/** `latest` changes with each note, so that the field is empty again after one has been written. */
export function AddNoteForm({ userId, latest }: { userId: string; latest: string }) {
  const t = useTranslations("timeline");
  return (
    <ActionForm
      key={latest}
      action={addNoteAction}
      schema={addNoteInput}
      label={t("addNote")}
      className="gap-3"
    >
      <HiddenField name="userId" value={userId} />
      <TextArea name="body" label={t("note")} hint={t("hintOfNote")} rows={3} />
      <div>
        <SubmitButton size="small">{t("addNote")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function DeleteNoteForm({ id }: { id: string }) {
  const t = useTranslations("timeline");
  return (
    <ActionForm action={deleteNoteAction} schema={referenceOfNote} className="-ml-3 gap-2">
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="quiet" size="small">
          {t("deleteNote")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
