"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextArea } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { acknowledgeFindingInput } from "@/lib/identity/suspicious-activity/security-schema";
import { acknowledgeFindingAction } from "../actions";

export function AcknowledgeForm({ id }: { id: string }) {
  const t = useTranslations("security");
  return (
    <ActionForm
      action={acknowledgeFindingAction}
      schema={acknowledgeFindingInput}
      label={t("acknowledge")}
    >
      <HiddenField name="id" value={id} />
      <TextArea name="note" label={t("note")} rows={2} isOptional />
      <div>
        <SubmitButton>{t("acknowledge")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
