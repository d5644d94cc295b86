"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import {
  closeAccessReviewInput,
  confirmAccessInput,
  reviewDays,
  startAccessReviewInput,
} from "@/lib/team/access-reviews/access-review-schema";
import {
  closeAccessReviewAction,
  confirmMemberAccessAction,
  startAccessReviewAction,
} from "./actions";

export function StartReviewForm() {
  const t = useTranslations("accessReviews");
  return (
    <ActionForm
      action={startAccessReviewAction}
      schema={startAccessReviewInput}
      values={{ days: "14" }}
      label={t("start")}
    >
      <SelectField
        name="days"
        label={t("dueIn")}
        options={reviewDays.map((days) => ({
          value: String(days),
          label: t("days", { days }),
        }))}
      />
      <div>
        <SubmitButton>{t("start")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function ConfirmMemberForm({ itemId }: { itemId: string }) {
  const t = useTranslations("accessReviews");
  return (
    <ActionForm action={confirmMemberAccessAction} schema={confirmAccessInput}>
      <HiddenField name="itemId" value={itemId} />
      <TextField name="note" label={t("note")} autoComplete="off" isOptional />
      <div>
        <SubmitButton size="small">{t("confirm")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export function CloseReviewForm({ id, name }: { id: string; name: string }) {
  const t = useTranslations("accessReviews");
  return (
    <ActionForm action={closeAccessReviewAction} schema={closeAccessReviewInput} label={t("close")}>
      <HiddenField name="id" value={id} />
      <TextField
        name="signature"
        label={t("signature")}
        hint={name}
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <SubmitButton>{t("close")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
