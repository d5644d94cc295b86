"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField } from "@/components/form/fields";
import { SubmitButton } from "@/components/form/submit-button";
import { Notice } from "@/components/ui/notice";
import { z } from "@/lib/core/validation/problems";
import { refreshDeviceStateAction, resumeOptimizationAction, runDiagnosisAction } from "./actions";

const nothing = z.object({});

type RunProps = {
  about: { deviceId: string } | { userId: string };
  label?: string;
  tone?: "primary" | "secondary";
};

/** Looks somebody or something over, and leads to what was found. */
export function RunDiagnosisForm({ about, label, tone = "secondary" }: RunProps) {
  const t = useTranslations("diagnosis");
  return (
    <ActionForm action={runDiagnosisAction} schema={nothing}>
      {Object.entries(about).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <div>
        <SubmitButton tone={tone} size="small">
          {label ?? t("run")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

const acts = {
  refreshState: refreshDeviceStateAction,
  resumeOptimization: resumeOptimizationAction,
} as const;

/** A step that Wattdesk takes at the press of a button. */
export function StepForm({ step, deviceId }: { step: keyof typeof acts; deviceId: string }) {
  const t = useTranslations("diagnosis");
  return (
    <ActionForm
      action={acts[step]}
      schema={nothing}
      whenDone={({ done }) => <Notice tone="success">{t(done)}</Notice>}
    >
      <HiddenField name="id" value={deviceId} />
      <div>
        <SubmitButton tone="secondary" size="small">
          {t(`steps.${step}`)}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
