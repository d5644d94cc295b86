"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type DeviceField, unitOf } from "@/components/devices/device-fields";
import type { DeviceKind } from "@/components/devices/kind-icon";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, SelectField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import {
  batteryPolicies,
  deviceSettings,
  optimizationLevels,
  priceZones,
} from "@/lib/devices/devices/device-settings-schema";
import { updateDeviceSettingsAction } from "../actions";

type Props = {
  id: string;
  version: number;
  kind: DeviceKind;
  /** What the fields hold; times as a clock of the zone shows them. */
  values: Record<string, string | boolean | null>;
  timeZone: string;
};

/** What people may set on a device, by its kind. */
export function DeviceDetailsForm({ id, version, kind, values, timeZone }: Props) {
  const t = useTranslations("devices");
  return (
    <ActionForm
      key={version}
      action={updateDeviceSettingsAction}
      schema={deviceSettings}
      values={{ ...values, kind }}
      label={t("deviceSettings")}
      className="gap-6"
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={String(version)} />
      <HiddenField name="kind" value={kind} />
      {kind === "heat_pump" && <HiddenField name="awayTimeZone" value={timeZone} />}
      {fieldsByKind[kind]()}
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

const fieldsByKind: Record<DeviceKind, () => ReactNode> = {
  heat_pump: () => (
    <>
      <Section name="use">
        <Choice name="optimizationLevel" options={optimizationLevels} />
        <Flag name="isSpaceHeatingEnabled" />
        <Flag name="isHotWaterHeatingEnabled" />
        <Flag name="isPoolHeatingEnabled" />
        <Flag name="isSpaceCoolingEnabled" />
        <Flag name="isHeatingPolicyEnabled" />
        <Entry name="heatingPolicyName" />
      </Section>
      <Section name="limits">
        <Figure name="minimumTemperatureLimit" />
        <Figure name="maximumTemperatureLimit" />
        <Figure name="indoorTargetTemperatureOffset" />
        <Figure name="dhwStandardTemperature" />
        <Figure name="minimumDhwTemperatureLimit" />
      </Section>
      <Section name="away">
        <Flag name="isAwayModeEnabled" />
        <Figure name="awayModeMinimumTemperatureLimit" />
        <Entry name="awayModeStart" type="datetime-local" />
        <Entry name="awayModeEnd" type="datetime-local" />
      </Section>
    </>
  ),
  electric_vehicle: () => (
    <Section name="charging">
      <Flag name="isChargePolicyEnabled" />
      <Figure name="minimumChargeLimit" />
      <Entry name="chargeDeadlineAt" type="time" />
      <Figure name="gridExportStartThresholdW" />
      <Figure name="gridExportStopThresholdW" />
    </Section>
  ),
  solar_inverter: () => (
    <Section name="battery">
      <Figure name="solarPowerRatingKw" />
      <Flag name="isBatteryConnected" />
      <BatteryFields />
    </Section>
  ),
  wallbox: () => (
    <Section name="charging">
      <Figure name="chargePowerMaxW" />
      <Flag name="isOverChargeAllowed" />
      <Figure name="chargeTargetMin" />
      <Figure name="chargeTargetMax" />
      <Flag name="isChargePolicyEnabled" />
      <Figure name="minimumChargeLimit" />
      <Entry name="chargeDeadlineAt" type="time" />
    </Section>
  ),
  home_battery: () => (
    <Section name="battery">
      <BatteryFields />
    </Section>
  ),
  smart_meter: () => (
    <Section name="metering">
      <Entry name="meterId" />
    </Section>
  ),
};

function BatteryFields() {
  return (
    <>
      <Figure name="batteryCapacityKwh" />
      <Choice name="batteryPolicy" options={batteryPolicies} />
      <Figure name="minBatteryCharge" />
      <Figure name="maxBatteryCharge" />
      <Flag name="userLimitsEnabled" />
    </>
  );
}

type SectionName = "use" | "limits" | "away" | "charging" | "battery" | "metering" | "market";

function Section({ name, children }: { name: SectionName; children: ReactNode }) {
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
