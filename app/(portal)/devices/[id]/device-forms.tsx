"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, TextArea, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { deleteDeviceInput, updateDeviceInput } from "@/lib/devices/devices/device-schema";
import { deleteDeviceAction, updateDeviceAction } from "../actions";

type SettingsProps = {
  id: string;
  version: number;
  comment: string | null;
  isSmartOptimizationActive: boolean;
};

export function DeviceSettingsForm({
  id,
  version,
  comment,
  isSmartOptimizationActive,
}: SettingsProps) {
  const t = useTranslations("devices");
  return (
    <ActionForm
      // A saved change brings a new version: the form starts afresh from it.
      key={version}
      action={updateDeviceAction}
      schema={updateDeviceInput}
      values={{ comment, isSmartOptimizationActive }}
      label={t("settings")}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="version" value={String(version)} />
      <CheckboxField
        name="isSmartOptimizationActive"
        label={t("smartOptimization")}
        hint={t("smartOptimizationHint")}
      />
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
