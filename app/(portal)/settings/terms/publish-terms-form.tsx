"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, TextArea } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { publishTermsInput } from "@/lib/identity/terms/terms-schema";
import { publishTermsAction } from "./actions";

type Props = { after: number; values: { textEn: string; textDe: string } };

export function PublishTermsForm({ after, values }: Props) {
  const t = useTranslations("terms");
  return (
    <ActionForm
      key={after}
      action={publishTermsAction}
      schema={publishTermsInput}
      values={values}
      label={t("publish")}
    >
      <HiddenField name="after" value={String(after)} />
      <TextArea name="textEn" label={t("textEn")} hint={t("textHint")} rows={14} />
      <TextArea name="textDe" label={t("textDe")} hint={t("textHint")} rows={14} />
      <TextArea name="summary" label={t("summary")} hint={t("summaryHint")} rows={2} />
      <div>
        <SubmitButton>{t("publish")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
