"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { setArchivedInput } from "@/lib/customers/end-users/end-user-schema";
import { setEndUserArchivedAction } from "../actions";

/** Archives an end-user, or takes them back. */
export function ArchiveForm({ id, isArchived }: { id: string; isArchived: boolean }) {
  const t = useTranslations("users");
  const label = isArchived ? t("restore") : t("archive");
  return (
    <ActionForm
      // Each state is a separate form: the message of the other one must not stay.
      key={String(isArchived)}
      action={setEndUserArchivedAction}
      schema={setArchivedInput}
      label={label}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="isArchived" value={String(!isArchived)} />
      <div>
        <SubmitButton tone="secondary">{label}</SubmitButton>
      </div>
    </ActionForm>
  );
}
