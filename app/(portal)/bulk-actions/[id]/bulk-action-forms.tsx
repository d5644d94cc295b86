"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { bulkActionReference } from "@/lib/operations/bulk-actions/bulk-action-schema";
import { cancelBulkActionAction, undoBulkActionAction } from "../actions";

const actions = {
  discard: { action: cancelBulkActionAction, tone: "quiet" },
  cancel: { action: cancelBulkActionAction, tone: "secondary" },
  undo: { action: undoBulkActionAction, tone: "secondary" },
} as const;

/** One step of a bulk action: discard, cancel, undo. */
export function BulkActionForm({ id, step }: { id: string; step: keyof typeof actions }) {
  const t = useTranslations("bulk");
  const { action, tone } = actions[step];
  return (
    <ActionForm action={action} schema={bulkActionReference} label={t(step)}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone={tone}>{t(step)}</SubmitButton>
      </div>
    </ActionForm>
  );
}
