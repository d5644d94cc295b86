"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { buildingReference } from "@/lib/customers/buildings/building-schema";
import { deleteBuildingAction } from "../actions";

export function DeleteBuildingForm({ id }: { id: string }) {
  const t = useTranslations("buildings");
  return (
    <ActionForm action={deleteBuildingAction} schema={buildingReference} label={t("delete")}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="danger">{t("delete")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
