"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { pauseDeviceInput, pauseHours } from "@/lib/devices/devices/device-settings-schema";

type Props = { action: FormAction<unknown>; id: string; isPaused: boolean };

/** Leaves a device to its own schedule for a while, or has it optimised again. */
export function PauseForm({ action, id, isPaused }: Props) {
  const t = useTranslations("devices.pause");
  return (
    <ActionForm
      key={String(isPaused)}
      action={action}
      schema={pauseDeviceInput}
      values={{ hours: isPaused ? "0" : "6" }}
      label={t("title")}
      className="gap-4"
    >
      <HiddenField name="id" value={id} />
      {isPaused ? (
        <HiddenField name="hours" value="0" />
      ) : (
        <SelectField
          name="hours"
          label={t("hours")}
          options={pauseHours
            .filter((hours) => hours > 0)
            .map((hours) => ({ value: String(hours), label: t("choices", { hours }) }))}
        />
      )}
      <div>
        <SubmitButton tone="secondary" size="small">
          {t(isPaused ? "resume" : "save")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
