"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, TextField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { pauseLengths } from "@/lib/devices/devices/pause-schema";
import {
  startBulkActionInput,
  startPauseInput,
} from "@/lib/operations/bulk-actions/bulk-action-schema";
import type { BulkAct } from "@/lib/operations/bulk-actions/bulk-acts";
import { startBulkActionAction } from "../actions";

type Props = { id: string; act: BulkAct; label: string; timeZone: string };

/** The answer to a review: a pause asks for its length, everything else is only confirmed. */
export function ReviewForm({ id, act, label, timeZone }: Props) {
  const isPause = act === "pause-optimization";
  return (
    <ActionForm
      action={startBulkActionAction}
      schema={isPause ? startPauseInput : startBulkActionInput}
      label={label}
      {...(isPause && { className: "w-full" })}
    >
      <HiddenField name="id" value={id} />
      {isPause && <PauseLength timeZone={timeZone} />}
      <div>
        <SubmitButton>{label}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function PauseLength({ timeZone }: { timeZone: string }) {
  const t = useTranslations("bulk");
  const labelOf = (length: string) =>
    length === "resumed" || length === "until"
      ? t(`pauseLengths.${length}`)
      : t("pauseLengths.hours", { hours: Number(length) });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="pauseFor"
        label={t("pauseFor")}
        options={[
          { value: "", label: t("choosePause") },
          ...pauseLengths.map((length) => ({ value: length, label: labelOf(length) })),
        ]}
      />
      <div className="hidden [form:has(option[value=until]:checked)_&]:block">
        <TextField
          name="pauseUntil"
          type="datetime-local"
          label={t("pauseUntil")}
          hint={t("pauseUntilHint", { timeZone: timeZone.replaceAll("_", " ") })}
        />
      </div>
    </div>
  );
}
