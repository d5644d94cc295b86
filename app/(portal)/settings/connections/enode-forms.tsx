"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { z } from "@/lib/core/validation/problems";
import { enodeCredentialsInput } from "@/lib/devices/connections/connector-credentials-schema";
import { switchEnodeOffAction, switchEnodeOnAction } from "./actions";

export function EnodeOnForm() {
  const t = useTranslations("connections.settings");
  return (
    <ActionForm action={switchEnodeOnAction} schema={enodeCredentialsInput} label={t("enode")}>
      <TextField name="clientId" label={t("clientId")} autoComplete="off" spellCheck={false} />
      <TextField
        name="clientSecret"
        label={t("clientSecret")}
        type="password"
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <SubmitButton>{t("switchOn")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function EnodeOffForm() {
  const t = useTranslations("connections.settings");
  return (
    <ActionForm action={switchEnodeOffAction} schema={z.object({})} label={t("enode")}>
      <div>
        <SubmitButton tone="danger">{t("switchOff")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
