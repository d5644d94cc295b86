"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField } from "@/components/form/fields";
import { RecordField } from "@/components/form/record-field";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import { fieldsInGroup } from "@/lib/core/records/field-table";
import { type EndUserField, endUserFields } from "@/lib/customers/end-users/end-user-fields";
import { createEndUserInput, updateEndUserInput } from "@/lib/customers/end-users/end-user-schema";
import { createEndUserAction, updateEndUserAction } from "./actions";

type Props = {
  /** The record to change; without one, the form creates. */
  existing?: { id: string; version: number; values: Record<string, string | null> };
};

export function EndUserForm({ existing }: Props) {
  const t = useTranslations("users");
  const group = (name: string) =>
    fieldsInGroup(endUserFields, name).map(([field, definition]) => {
      const hint = `hints.${field}` as "hints.country";
      return (
        <RecordField
          key={field}
          name={field}
          field={definition}
          label={t(`fields.${field as EndUserField}`)}
          hint={t.has(hint) ? t(hint) : undefined}
          value={existing?.values[field]}
          toTermLabel={(term) => t(`terms.${field}.${term}` as "terms.salutation.ms")}
        />
      );
    });
  return (
    <ActionForm
      action={existing ? updateEndUserAction : createEndUserAction}
      schema={existing ? updateEndUserInput : createEndUserInput}
      values={existing?.values ?? { hasAccess: "on" }}
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
        {group("profile")}
        {!existing && (
          <div className="sm:col-span-2">
            <CheckboxField
              name="hasAccess"
              label={t("access.field")}
              hint={t("access.fieldHint")}
              isSentUnticked
            />
          </div>
        )}
      </fieldset>
      <fieldset className="grid gap-5 border-t border-line pt-5 sm:grid-cols-2">
        <legend className="float-left mb-4 text-[15px] font-semibold text-ink sm:col-span-2 sm:w-full">
          {t("contact")}
        </legend>
        {group("contact")}
      </fieldset>
      <fieldset className="grid gap-5 border-t border-line pt-5 sm:grid-cols-2">
        <legend className="float-left mb-4 text-[15px] font-semibold text-ink sm:col-span-2 sm:w-full">
          {t("address")}
        </legend>
        {group("address")}
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
