"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, HiddenField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { createSavedViewAction, deleteSavedViewAction } from "./actions";

const schemaOfNewView = async () =>
  (await import("@/lib/support/list-views/saved-view-schema")).createSavedViewInput;

export function SaveViewForm({ list, parameters }: { list: string; parameters: string }) {
  const t = useTranslations("lists");
  return (
    <ActionForm
      action={createSavedViewAction}
      schema={schemaOfNewView}
      label={t("saveView")}
      className="gap-4"
    >
      <HiddenField name="list" value={list} />
      <HiddenField name="parameters" value={parameters} />
      <TextField name="name" label={t("viewName")} autoComplete="off" />
      <CheckboxField name="isShared" label={t("shareView")} hint={t("shareViewHint")} />
      <SubmitButton size="small">{t("saveView")}</SubmitButton>
    </ActionForm>
  );
}

export function DeleteViewForm({ id, name }: { id: string; name: string }) {
  const t = useTranslations("lists");
  return (
    <ActionForm action={deleteSavedViewAction} label={t("deleteView", { name })}>
      <HiddenField name="id" value={id} />
      <SubmitButton size="small" tone="secondary">
        {t("deleteView", { name })}
      </SubmitButton>
    </ActionForm>
  );
}
