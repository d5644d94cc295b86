"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { cancelMoveInput } from "@/lib/devices/moves/move-building-schema";
import { cancelMoveAction } from "../actions";

/** Calls off what is scheduled for a building. */
export function CancelMoveForm({ id }: { id: string }) {
  const t = useTranslations("buildings.moves");
  return (
    <ActionForm action={cancelMoveAction} schema={cancelMoveInput} label={t("cancel")}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="secondary" size="small">
          {t("cancel")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
