"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextArea, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import {
  apiAccess,
  createApiClientInput,
} from "@/lib/identity/api-credentials/api-credentials-schema";
import { createApiClientAction } from "../actions";
import { NewSecret } from "../new-secret";

export function CreateApiClientForm() {
  const t = useTranslations("apiCredentials");
  const options = (offered: readonly (typeof apiAccess)[number][]) =>
    offered.map((value) => ({ value, label: t(`access.${value}`) }));
  return (
    <ActionForm
      action={createApiClientAction}
      schema={createApiClientInput}
      values={{
        customers: "none",
        devices: "none",
        team: "none",
        webhooks: "none",
        auditLog: "none",
      }}
      label={t("create")}
      whenDone={(made) => <NewSecret {...made} />}
    >
      <TextField name="name" label={t("name")} hint={t("nameHint")} autoComplete="off" />
      <fieldset className="grid gap-5 sm:grid-cols-2">
        <legend className="mb-3 text-[15px] font-semibold text-ink">{t("scopes")}</legend>
        <SelectField name="customers" label={t("areas.customers")} options={options(apiAccess)} />
        <SelectField name="devices" label={t("areas.devices")} options={options(apiAccess)} />
        <SelectField name="team" label={t("areas.team")} options={options(apiAccess)} />
        <SelectField name="webhooks" label={t("areas.webhooks")} options={options(apiAccess)} />
        <SelectField
          name="auditLog"
          label={t("areas.audit-log")}
          options={options(["none", "read"])}
        />
      </fieldset>
      <TextField
        name="expiresOn"
        label={t("expiresOn")}
        hint={t("expiresOnHint")}
        type="date"
        isOptional
      />
      <TextArea
        name="allowedAddresses"
        label={t("allowedAddresses")}
        hint={t("allowedAddressesHint")}
        isOptional
      />
      <div className="flex flex-wrap gap-3 border-t border-line pt-5">
        <SubmitButton>{t("create")}</SubmitButton>
        <LinkButton href="/settings/api-credentials" tone="quiet">
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
