"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import {
  CheckboxField,
  HiddenField,
  SelectField,
  TextArea,
  TextField,
} from "@/components/form/fields";
import { FormSection } from "@/components/form/form-section";
import { LanguageField, TimeZoneField } from "@/components/form/locale-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/ui/notice";
import {
  secondFactorRules,
  updateOrganizationInput,
} from "@/lib/organization/settings/organization-schema";
import { updateOrganizationAction } from "./actions";

type Props = {
  version: number;
  /** Where the organization is found now. */
  address: string;
  /** Where assistants connect. */
  assistantsAddress: string;
  values: Record<string, string | boolean>;
  isSaved: boolean;
};

export function OrganizationForm(props: Props) {
  const { version, address, assistantsAddress, values, isSaved } = props;
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
      <FormSection title={t("sections.organization")}>
        <Pair>
          <TextField name="name" label={t("name")} />
          <TextField name="slug" label={t("slug")} hint={t("slugHint", { address })} />
        </Pair>
        <Pair>
          <LanguageField name="defaultLanguage" />
          <TimeZoneField />
        </Pair>
        <Pair>
          <TextField name="country" label={t("country")} hint={t("countryHint")} isOptional />
        </Pair>
      </FormSection>
      <FormSection title={t("sections.joining")}>
        <TextArea
          name="allowedEmailDomains"
          label={t("domains")}
          hint={t("domainsHint")}
          isOptional
        />
        <Pair>
          <SelectField
            name="secondFactorRule"
            label={t("secondFactorRule")}
            hint={t("secondFactorRuleHint")}
            options={secondFactorRules.map((rule) => ({
              value: rule,
              label: t(`secondFactorRules.${rule}`),
            }))}
          />
          <NumberField name="passwordLeastLength" words="passwordLeastLength" />
        </Pair>
        <Pair>
          <NumberField name="sessionIdleMinutes" words="idle" />
          <NumberField name="sessionAbsoluteHours" words="absolute" />
        </Pair>
      </FormSection>
      <FormSection title={t("sections.access")}>
        <Pair>
          <NumberField name="reviewEveryMonths" words="reviewEveryMonths" />
          <SelectField
            name="suspendInactiveDays"
            label={t("suspendInactive")}
            hint={t("suspendInactiveHint")}
            options={["", "30", "60", "90"].map((days) => ({
              value: days,
              label: days === "" ? t("suspendNever") : t("suspendAfter", { days: Number(days) }),
            }))}
          />
        </Pair>
      </FormSection>
      <FormSection title={t("sections.assistants")}>
        <CheckboxField
          name="allowsAssistants"
          isSentUnticked
          label={t("allowsAssistants")}
          hint={t("allowsAssistantsHint", { address: assistantsAddress })}
        />
      </FormSection>
      <FormSection title={t("sections.retention")}>
        <Pair>
          <NumberField name="retainAuditMonths" words="retainAuditMonths" isOptional />
          <NumberField name="retainMailDays" words="retainMailDays" />
        </Pair>
      </FormSection>
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

const Pair = ({ children }: { children: ReactNode }) => (
  <div className="grid gap-5 sm:grid-cols-2">{children}</div>
);

type NumberWords =
  | "idle"
  | "absolute"
  | "passwordLeastLength"
  | "reviewEveryMonths"
  | "retainAuditMonths"
  | "retainMailDays";

type NumberFieldProps = { name: string; words: NumberWords; isOptional?: boolean };

function NumberField({ name, words, isOptional = false }: NumberFieldProps) {
  const t = useTranslations("settings");
  return (
    <TextField
      name={name}
      label={t(words)}
      hint={t(`${words}Hint`)}
      type="number"
      inputMode="numeric"
      isOptional={isOptional}
    />
  );
}
