"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextArea, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import {
  invoiceReference,
  updateBillingAccountInput,
} from "@/lib/organization/billing/billing-schema";
import { payByCardAction, updateBillingAccountAction } from "./actions";

type Props = { version: number; values: Record<string, string | null> };

export function BillingAccountForm({ version, values }: Props) {
  const t = useTranslations("billing");
  return (
    <ActionForm
      key={version}
      action={updateBillingAccountAction}
      schema={updateBillingAccountInput}
      values={values}
      label={t("details")}
    >
      <HiddenField name="version" value={String(version)} />
      <TextField name="companyName" label={t("companyName")} autoComplete="organization" />
      <TextField
        name="streetAndNumber"
        label={t("streetAndNumber")}
        autoComplete="street-address"
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField name="zipCode" label={t("zipCode")} autoComplete="postal-code" />
        <TextField name="town" label={t("town")} autoComplete="address-level2" />
        <TextField
          name="country"
          label={t("country")}
          hint={t("countryHint")}
          autoComplete="country"
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="vatId" label={t("vatId")} hint={t("vatIdHint")} isOptional />
        <TextField name="purchaseOrderNumber" label={t("purchaseOrder")} isOptional />
      </div>
      <TextArea name="contacts" label={t("contacts")} hint={t("contactsHint")} isOptional />
      <div>
        <SubmitButton>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function PayByCardForm({ id }: { id: string }) {
  const t = useTranslations("billing");
  return (
    <ActionForm action={payByCardAction} schema={invoiceReference} label={t("pay")}>
      <HiddenField name="id" value={id} />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{t("pay")}</SubmitButton>
        <span className="text-[13px] text-ink-faint">{t("payHint")}</span>
      </div>
    </ActionForm>
  );
}
