"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextArea, TextField } from "@/components/form/fields";
import { LanguageField, TimeZoneField } from "@/components/form/locale-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/ui/notice";
import {
  secondFactorRules,
  updateOrganizationInput,
} from "@/lib/organizations/organization-schema";
import { updateOrganizationAction } from "./actions";

type Props = {
  version: number;
  /** Where the organization is found now. */
  address: string;
  values: Record<string, string>;
  isSaved: boolean;
};

export function OrganizationForm({ version, address, values, isSaved }: Props) {
  const t = useTranslations("settings");
  return (
    <ActionForm
      key={version}
      action={updateOrganizationAction}
      schema={updateOrganizationInput}
      values={values}
      label={t("title")}
    >
      {isSaved && <Notice tone="success">{t("saved")}</Notice>}
      <HiddenField name="version" value={String(version)} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="name" label={t("name")} />
        <TextField name="slug" label={t("slug")} hint={t("slugHint", { address })} />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <LanguageField name="defaultLanguage" />
        <TimeZoneField />
      </div>
      <TextArea
        name="allowedEmailDomains"
        label={t("domains")}
        hint={t("domainsHint")}
        isOptional
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="sessionIdleMinutes"
          label={t("idle")}
          hint={t("idleHint")}
          type="number"
          inputMode="numeric"
        />
        <TextField
          name="sessionAbsoluteHours"
          label={t("absolute")}
          hint={t("absoluteHint")}
          type="number"
          inputMode="numeric"
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="reviewEveryMonths"
          label={t("reviewEveryMonths")}
          hint={t("reviewEveryMonthsHint")}
          type="number"
          inputMode="numeric"
        />
        <SelectField
          name="suspendInactiveDays"
          label={t("suspendInactive")}
          hint={t("suspendInactiveHint")}
          options={["", "30", "60", "90"].map((days) => ({
            value: days,
            label: days === "" ? t("suspendNever") : t("suspendAfter", { days: Number(days) }),
          }))}
        />
      </div>
      <SelectField
        name="secondFactorRule"
        label={t("secondFactorRule")}
        hint={t("secondFactorRuleHint")}
        options={secondFactorRules.map((rule) => ({
          value: rule,
          label: t(`secondFactorRules.${rule}`),
        }))}
      />
      <TextField
        name="passwordLeastLength"
        label={t("passwordLeastLength")}
        hint={t("passwordLeastLengthHint")}
        type="number"
        inputMode="numeric"
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="retainAuditMonths"
          label={t("retainAuditMonths")}
          hint={t("retainAuditMonthsHint")}
          type="number"
          inputMode="numeric"
          isOptional
        />
        <TextField
          name="retainMailDays"
          label={t("retainMailDays")}
          hint={t("retainMailDaysHint")}
          type="number"
          inputMode="numeric"
        />
      </div>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
