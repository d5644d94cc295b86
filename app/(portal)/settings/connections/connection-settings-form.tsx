"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, TextArea, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { updateConnectionSettingsInput } from "@/lib/devices/connections/connection-settings-schema";
import { updateConnectionSettingsAction } from "./actions";

const numbers = [
  ["staleAfterMinutes", "linkDays"],
  ["firstReminderHours", "reminderEveryDays"],
  ["maxReminders", "maxPerWeek"],
  ["quietFromHour", "quietUntilHour"],
] as const;

type Props = { version: number; values: Record<string, string | boolean> };

export function ConnectionSettingsForm({ version, values }: Props) {
  const t = useTranslations("connections.settings");
  const [watching, ...reminding] = numbers;
  const pair = (names: readonly (typeof numbers)[number][number][]) => (
    <div key={names[0]} className="grid items-end gap-5 sm:grid-cols-2">
      {names.map((name) => (
        <TextField key={name} name={name} label={t(name)} inputMode="numeric" />
      ))}
    </div>
  );
  return (
    <ActionForm
      key={version}
      action={updateConnectionSettingsAction}
      schema={updateConnectionSettingsInput}
      values={values}
      label={t("title")}
    >
      <HiddenField name="version" value={String(version)} />
      {pair(watching)}
      <CheckboxField
        name="sendsReminders"
        isSentUnticked
        label={t("sendsReminders")}
        hint={t("sendsRemindersHint")}
      />
      {reminding.map(pair)}
      <p className="text-[13px] leading-5 text-ink-faint">{t("quietHint")}</p>
      <TextArea name="appSchemes" label={t("appSchemes")} hint={t("appSchemesHint")} isOptional />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
