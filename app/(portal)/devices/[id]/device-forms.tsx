"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import {
  CheckboxField,
  HiddenField,
  SelectField,
  TextArea,
  TextField,
} from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { deleteDeviceInput, updateDeviceInput } from "@/lib/devices/devices/device-schema";
import { deleteDeviceAction, updateDeviceAction } from "../actions";

type SettingsProps = {
  id: string;
  version: number;
  comment: string | null;
  /** Undefined where there is nothing to optimise. */
  isSmartOptimizationActive: boolean | undefined;
  buildingId: string | null;
  /** The buildings of the device's end-user. */
  buildings: { id: string; name: string }[];
};

export function DeviceSettingsForm({
  id,
  version,
  comment,
  isSmartOptimizationActive,
  buildingId,
  buildings,
}: SettingsProps) {
  const t = useTranslations("devices");
  return (
    <ActionForm
      // A saved change brings a new version: the form starts afresh from it.
      key={version}
      action={updateDeviceAction}
      schema={updateDeviceInput}
      values={{
        comment,
        buildingId,
        ...(isSmartOptimizationActive !== undefined && { isSmartOptimizationActive }),
      }}
      label={t("settings")}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={String(version)} />
      {isSmartOptimizationActive !== undefined && (
        <CheckboxField
          name="isSmartOptimizationActive"
          label={t("smartOptimization")}
          hint={t("smartOptimizationHint")}
        />
      )}
      {buildings.length > 0 && (
        <SelectField
          name="buildingId"
          label={t("building")}
          options={[
            { value: "", label: t("noBuilding") },
            ...buildings.map(({ id: value, name }) => ({ value, label: name })),
          ]}
        />
      )}
      <TextArea name="comment" label={t("comment")} hint={t("commentHint")} isOptional />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function DeleteDeviceForm({ id, model }: { id: string; model: string }) {
  const t = useTranslations("devices");
  return (
    <ActionForm action={deleteDeviceAction} schema={deleteDeviceInput} label={t("delete")}>
      <HiddenField name="id" value={id} />
      <TextField
        name="confirmation"
        label={t("confirmDelete")}
        hint={model}
        autoComplete="off"
        spellCheck={false}
      />
      <SubmitButton tone="danger">{t("delete")}</SubmitButton>
    </ActionForm>
  );
}
