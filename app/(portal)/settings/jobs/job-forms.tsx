"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { jobReference } from "@/lib/operations/jobs/job-schema";
import { discardJobAction, retryJobAction } from "./actions";

/** What can be done about a job that does not run just now. */
export function JobForms({ id }: { id: string }) {
  const t = useTranslations("jobs");
  return (
    <div className="flex gap-2">
      <ActionForm action={retryJobAction} schema={jobReference}>
        <HiddenField name="id" value={id} />
        <SubmitButton tone="secondary" size="small">
          {t("retry")}
        </SubmitButton>
      </ActionForm>
      <ActionForm action={discardJobAction} schema={jobReference}>
        <HiddenField name="id" value={id} />
        <SubmitButton tone="quiet" size="small">
          {t("discard")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
