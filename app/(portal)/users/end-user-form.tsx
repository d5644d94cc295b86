"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { createEndUserInput, updateEndUserInput } from "@/lib/customers/end-users/end-user-schema";
import { createEndUserAction, updateEndUserAction } from "./actions";

type Props = {
  /** The record to change; without one, the form creates. */
  existing?: { id: string; version: number; values: Record<string, string | null> };
};

export function EndUserForm({ existing }: Props) {
  const t = useTranslations("users");
  return (
    <ActionForm
      action={existing ? updateEndUserAction : createEndUserAction}
      schema={existing ? updateEndUserInput : createEndUserInput}
      values={existing?.values ?? {}}
      label={existing ? t("edit") : t("create")}
    >
      {existing && (
        <>
          <HiddenField name="id" value={existing.id} />
          <HiddenField name="version" value={String(existing.version)} />
        </>
      )}
      <fieldset className="grid gap-5 sm:grid-cols-2">
        <legend className="mb-4 text-[15px] font-semibold text-ink">{t("profile")}</legend>
        <TextField name="firstName" label={t("firstName")} isOptional />
        <TextField name="lastName" label={t("lastName")} isOptional />
        <TextField name="email" label={t("email")} type="email" inputMode="email" />
        <TextField name="phone" label={t("phone")} type="tel" isOptional />
        <TextField
          name="externalUserId"
          label={t("externalUserId")}
          hint={t("externalUserIdHint")}
          isOptional
        />
      </fieldset>
      <fieldset className="grid gap-5 border-t border-line pt-5 sm:grid-cols-2">
        <legend className="float-left mb-4 text-[15px] font-semibold text-ink sm:col-span-2 sm:w-full">
          {t("address")}
        </legend>
        <TextField name="streetAndNumber" label={t("streetAndNumber")} isOptional />
        <TextField name="streetAddInfo" label={t("streetAddInfo")} isOptional />
        <TextField name="zipCode" label={t("zipCode")} isOptional />
        <TextField name="town" label={t("townField")} isOptional />
        <TextField name="country" label={t("country")} hint={t("countryHint")} isOptional />
      </fieldset>
      <div className="flex flex-wrap gap-3 border-t border-line pt-5">
        <SubmitButton>{existing ? t("save") : t("create")}</SubmitButton>
        <LinkButton href={existing ? `/users/${existing.id}` : "/users"} tone="quiet">
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
