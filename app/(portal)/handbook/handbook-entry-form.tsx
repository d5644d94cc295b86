"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import {
  CheckboxField,
  HiddenField,
  SelectField,
  TextArea,
  TextField,
} from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { LinkButton } from "@/components/ui/button";
import {
  createHandbookEntryInput,
  handbookAudiences,
  handbookCategories,
  updateHandbookEntryInput,
} from "@/lib/team/handbook/handbook-schema";
import { createHandbookEntryAction, updateHandbookEntryAction } from "./actions";

type Props = {
  /** The entry to change; without one, the form creates. */
  existing?: { id: string; version: number; values: Record<string, string | boolean> };
};

export function HandbookEntryForm({ existing }: Props) {
  const t = useTranslations("handbook");
  return (
    <ActionForm
      action={existing ? updateHandbookEntryAction : createHandbookEntryAction}
      schema={existing ? updateHandbookEntryInput : createHandbookEntryInput}
      values={existing?.values ?? { category: "procedure", audience: "team" }}
      label={existing ? t("edit") : t("create")}
    >
      {existing && (
        <>
          <HiddenField name="id" value={existing.id} />
          <HiddenField name="version" value={String(existing.version)} />
        </>
      )}
      <TextField name="title" label={t("entryTitle")} />
      <TextArea name="body" label={t("body")} hint={t("bodyHint")} rows={16} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="category"
          label={t("category")}
          options={handbookCategories.map((value) => ({ value, label: t(`categories.${value}`) }))}
        />
        <SelectField
          name="audience"
          label={t("audience")}
          options={handbookAudiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
        />
      </div>
      <CheckboxField
        name="isRequired"
        label={t("isRequired")}
        hint={t("isRequiredHint")}
        isSentUnticked
      />
      {existing && (
        <CheckboxField name="asksAgain" label={t("asksAgain")} hint={t("asksAgainHint")} />
      )}
      <div className="flex flex-wrap gap-3 border-t border-line pt-5">
        <SubmitButton>{existing ? t("save") : t("create")}</SubmitButton>
        <LinkButton href={existing ? `/handbook/${existing.id}` : "/handbook"} tone="quiet">
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
