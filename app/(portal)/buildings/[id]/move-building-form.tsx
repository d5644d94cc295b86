"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { moveBuildingInput } from "@/lib/devices/moves/move-building-schema";
import { moveBuildingAction } from "../actions";

/** Hands a building over to the customer who moves in. */
export function MoveBuildingForm({ id }: { id: string }) {
  const t = useTranslations("buildings.move");
  return (
    <ActionForm action={moveBuildingAction} schema={moveBuildingInput} label={t("title")}>
      <HiddenField name="id" value={id} />
      <p className="text-[13px] leading-5 text-ink-faint">{t("hint")}</p>
      <TextField
        name="newOwner"
        label={t("newOwner")}
        hint={t("newOwnerHint")}
        autoComplete="off"
      />
      <TextField
        name="firstDay"
        label={t("firstDay")}
        hint={t("firstDayHint")}
        type="date"
        isOptional
      />
      <CheckboxField name="withVehicles" label={t("withVehicles")} />
      <div>
        <SubmitButton tone="secondary">{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
