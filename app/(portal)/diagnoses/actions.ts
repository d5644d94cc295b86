"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { refreshDeviceState } from "@/lib/devices/connections/refresh-state";
import { resumeOptimization } from "@/lib/devices/devices/resume-optimization";
import { runDiagnosis } from "@/lib/support/diagnosis/run-diagnosis";

export async function runDiagnosisAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await runDiagnosis(actor, values as Parameters<typeof runDiagnosis>[1]);
    redirect(`/diagnoses/${id}`);
  });
}

export async function refreshDeviceStateAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async ({ id = "" }) => {
    await refreshDeviceState(actor, { id });
    revalidatePath(`/devices/${id}`);
    return { done: "refreshing" };
  });
}

export async function resumeOptimizationAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async ({ id = "" }) => {
    await resumeOptimization(actor, { id });
    revalidatePath(`/devices/${id}`);
    return { done: "resumed" };
  });
}
