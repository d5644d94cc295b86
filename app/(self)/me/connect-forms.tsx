"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { z } from "@/lib/core/validation/problems";
import { connectOwnDevicesAction, reconnectOwnDeviceAction } from "./actions";

export function ReconnectForm({ deviceId }: { deviceId: string }) {
  const t = useTranslations("connections");
  return (
    <ActionForm action={reconnectOwnDeviceAction} schema={z.object({})} label={t("reconnect")}>
      <HiddenField name="deviceId" value={deviceId} />
      <SubmitButton size="small">{t("reconnect")}</SubmitButton>
    </ActionForm>
  );
}

export function ConnectForm() {
  const t = useTranslations("connections");
  return (
    <ActionForm action={connectOwnDevicesAction} schema={z.object({})} label={t("connectNew")}>
      <div>
        <SubmitButton tone="secondary">{t("connectNew")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
