"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type DeviceField, unitOf } from "@/components/devices/device-fields";
import type { DeviceKind } from "@/components/devices/kind-icon";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, SelectField, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import { deviceSettings, priceZones } from "@/lib/devices/devices/device-settings-schema";
import { type Setting, type SettingSection, settingsIn } from "@/lib/devices/fields/device-field";
import { fieldsOfKind, type KindField } from "@/lib/devices/fields/fields-of-kinds";

type Props = {
  action: FormAction<unknown>;
  id: string;
  version: number;
  kind: DeviceKind;
  /** What the fields hold; times as a clock of the zone shows them. */
  values: Record<string, string | boolean | null>;
  timeZone: string;
};

/** What people may set on a device, by its kind. */
export function DeviceDetailsForm({ action, id, version, kind, values, timeZone }: Props) {
  const t = useTranslations("devices");
  return (
    <ActionForm
      key={version}
      action={action}
      schema={deviceSettings}
      values={{ ...values, kind }}
      label={t("deviceSettings")}
      className="gap-6"
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={String(version)} />
      <HiddenField name="kind" value={kind} />
      {kind === "heat_pump" && <HiddenField name="awayTimeZone" value={timeZone} />}
      <SettingsOfKind kind={kind} />
      {isControllable(kind) && (
        <Section name="market">
          <Choice name="priceZone" options={priceZones} />
          <Flag name="isTradingEnabled" />
          <Flag name="isInverterForcedModeEnabled" />
        </Section>
      )}
      <div>
        <SubmitButton>{t("saveSettings")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The settings of a kind in the sections of its table, each in the table's order. */
function SettingsOfKind({ kind }: { kind: DeviceKind }) {
  const settings = settingsIn(fieldsOfKind[kind]);
  const sections = [...new Set(settings.map(([, { section }]) => section))];
  return sections.map((section) => (
    <Section key={section} name={section}>
      {settings
        .filter(([, setting]) => setting.section === section)
        .map(([name, setting]) => (
          <SettingField key={name} name={name as KindField} setting={setting} />
        ))}
    </Section>
  ));
}

function SettingField({ name, setting }: { name: KindField; setting: Setting }) {
  switch (setting.kind) {
    case "flag":
      return <Flag name={name} />;
    case "integer":
    case "decimal":
      return <Figure name={name} />;
    case "choice":
      return <Choice name={name} options={setting.choices} />;
    case "timeOfDay":
      return <Entry name={name} type="time" />;
    case "localMoment":
      return <Entry name={name} type="datetime-local" />;
    case "text":
    case "meterPoint":
      return <Entry name={name} />;
  }
}

function Section({ name, children }: { name: SettingSection; children: ReactNode }) {
  const t = useTranslations("devices.settingsSections");
  return (
    <fieldset>
      <legend className="mb-3 text-[13px] font-semibold text-ink-soft">{t(name)}</legend>
      <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

function Flag({ name }: { name: DeviceField }) {
  const t = useTranslations("deviceFields");
  return (
    <div className="flex min-h-10 items-center">
      <CheckboxField name={name} label={t(name)} />
    </div>
  );
}

function Entry({ name, type }: { name: DeviceField; type?: "time" | "datetime-local" }) {
  const t = useTranslations("deviceFields");
  return <TextField name={name} label={t(name)} {...(type && { type })} />;
}

/** A number with its unit in the label. */
function Figure({ name }: { name: DeviceField }) {
  const t = useTranslations("deviceFields");
  return <TextField name={name} label={`${t(name)} (${unitOf(name)})`} inputMode="decimal" />;
}

function Choice({ name, options }: { name: DeviceField; options: readonly string[] }) {
  const t = useTranslations("deviceFields");
  const devices = useTranslations("devices");
  return (
    <SelectField
      name={name}
      label={t(name)}
      options={[
        { value: "", label: devices("notSet") },
        ...options.map((value) => ({ value, label: devices(`terms.${value}` as "terms.Low") })),
      ]}
    />
  );
}
