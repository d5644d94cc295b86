"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { importReference, runImportInput } from "@/lib/operations/imports/import-schema";
import {
  cancelImportAction,
  checkImportAction,
  runImportAction,
  undoImportAction,
} from "../actions";

/** Starts an import that has been checked. */
export function RunForm({
  id,
  scope,
  count,
}: {
  id: string;
  scope: "all" | "good";
  count: number;
}) {
  const t = useTranslations("imports");
  return (
    <ActionForm
      action={runImportAction}
      schema={runImportInput}
      label={t(`run.${scope}`, { count })}
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="scope" value={scope} />
      <div>
        <SubmitButton>{t(`run.${scope}`, { count })}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function CancelForm({ id }: { id: string }) {
  const t = useTranslations("imports");
  return (
    <ActionForm action={cancelImportAction} schema={importReference} label={t("cancel")}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="secondary">{t("cancel")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Has the rows of another installation checked. */
export function CheckCopyForm({ id }: { id: string }) {
  const t = useTranslations("imports");
  return (
    <ActionForm action={checkImportAction} schema={importReference} label={t("checkCopy")}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="secondary">{t("checkCopy")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Takes back what an import has written. */
export function UndoForm({ id }: { id: string }) {
  const t = useTranslations("imports");
  return (
    <ActionForm action={undoImportAction} schema={importReference} label={t("undo")}>
      <HiddenField name="id" value={id} />
      <div>
        <SubmitButton tone="danger">{t("undo")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
