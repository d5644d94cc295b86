"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { z } from "@/lib/core/validation/problems";
import { connectOwnDevicesAction, reconnectOwnDeviceAction } from "./actions";

/** @param isFirst whether the device was never connected */
export function ReconnectForm({ deviceId, isFirst }: { deviceId: string; isFirst: boolean }) {
  const t = useTranslations("connections");
  const label = t(isFirst ? "connectThis" : "reconnect");
  return (
    <ActionForm action={reconnectOwnDeviceAction} schema={z.object({})} label={label}>
      <HiddenField name="deviceId" value={deviceId} />
      <div>
        <SubmitButton>{label}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** @param isFirst whether there is no device yet, so that this is what the page is for */
export function ConnectForm({ isFirst }: { isFirst: boolean }) {
  const t = useTranslations("connections");
  return (
    <ActionForm action={connectOwnDevicesAction} schema={z.object({})} label={t("connectNew")}>
      <div>
        <SubmitButton tone={isFirst ? "primary" : "secondary"}>{t("connectNew")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
