"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import {
  overlapHours,
  revokeApiClientInput,
  rotateApiSecretInput,
} from "@/lib/identity/api-credentials/api-credentials-schema";
import { revokeApiClientAction, rotateApiSecretAction } from "../actions";
import { NewSecret } from "../new-secret";

export function RotateSecretForm({ id }: { id: string }) {
  const t = useTranslations("apiCredentials");
  return (
    <ActionForm
      action={rotateApiSecretAction}
      schema={rotateApiSecretInput}
      values={{ overlap: "24" }}
      label={t("rotate")}
      whenDone={(made) => <NewSecret {...made} />}
    >
      <HiddenField name="id" value={id} />
      <SelectField
        name="overlap"
        label={t("overlap")}
        options={overlapHours.map((hours) => ({
          value: String(hours),
          label: t("overlapHours", { hours }),
        }))}
      />
      <div>
        <SubmitButton>{t("rotate")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function RevokeApiClientForm({ id, name }: { id: string; name: string }) {
  const t = useTranslations("apiCredentials");
  return (
    <ActionForm action={revokeApiClientAction} schema={revokeApiClientInput} label={t("revoke")}>
      <HiddenField name="id" value={id} />
      <TextField
        name="confirmation"
        label={t("confirmRevoke")}
        hint={name}
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <SubmitButton tone="danger">{t("revoke")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
