"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { openDeviceInput } from "@/lib/devices/connections/connect-link-schema";
import { openDeviceAction } from "./actions";

/** Makes the link of a device and goes on to it. */
export function OpenDeviceForm({ id, secret }: { id: string; secret: string }) {
  const t = useTranslations("connect");
  return (
    <ActionForm action={openDeviceAction} schema={openDeviceInput} label={t("title")}>
      <HiddenField name="id" value={id} />
      <HiddenField name="secret" value={secret} />
      <SubmitButton>{t("goOnDevice")}</SubmitButton>
    </ActionForm>
  );
}
