"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { resumeOwnOptimizationAction } from "../actions";

/** Switches on the optimisation of a device. */
export function ResumeForm({ id }: { id: string }) {
  const t = useTranslations("devices.pause");
  return (
    <ActionForm action={resumeOwnOptimizationAction} label={t("resume")}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton size="small">{t("resume")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
