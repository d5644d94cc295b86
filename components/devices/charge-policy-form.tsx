"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { toFieldValue } from "@/components/form/field-value";
import { HiddenField, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { TimeZoneField } from "@/components/form/locale-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { chargePolicyInput, weekdayNames } from "@/lib/devices/devices/device-settings-schema";

type Props = {
  action: FormAction<unknown>;
  id: string;
  timeZone: string;
  days: Partial<
    Record<(typeof weekdayNames)[number], { chargePercentage: number; chargeDeadline: string }>
  >;
};

/** What a vehicle has to have reached by when, on each day of the week. */
export function ChargePolicyForm({ action, id, timeZone, days }: Props) {
  const t = useTranslations("devices.policy");
  const values = Object.fromEntries(
    weekdayNames.flatMap((day) => [
      [`${day}Percentage`, days[day] ? String(days[day].chargePercentage) : ""],
      [`${day}Deadline`, toFieldValue(days[day]?.chargeDeadline)],
    ]),
  );
  return (
    <ActionForm
      key={JSON.stringify([days, timeZone])}
      action={action}
      schema={chargePolicyInput}
      values={{ ...values, timeZone }}
      label={t("title")}
    >
      <HiddenField name="id" value={id} />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {weekdayNames.map((day) => {
          const name = t(`weekdays.${day}`);
          return (
            <div key={day} className="grid grid-cols-2 gap-3">
              <TextField
                name={`${day}Percentage`}
                label={t("percentage", { day: name })}
                inputMode="numeric"
              />
              <TextField name={`${day}Deadline`} label={t("deadline", { day: name })} type="time" />
            </div>
          );
        })}
        <TimeZoneField />
      </div>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
