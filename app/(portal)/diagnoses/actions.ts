"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { refreshDeviceState } from "@/lib/devices/connections/refresh-state";
import { resumeOptimization } from "@/lib/devices/devices/resume-optimization";
import { runDiagnosis } from "@/lib/support/diagnosis/run-diagnosis";

type Done = { done: "refreshing" | "resumed" };

export const runDiagnosisAction = formAction(runDiagnosis, ({ id }) =>
  redirect(`/diagnoses/${id}`),
);

export const refreshDeviceStateAction = formAction(refreshDeviceState, (_, { values }): Done => {
  revalidatePath(`/devices/${values.id}`, "layout");
  return { done: "refreshing" };
});

export const resumeOptimizationAction = formAction(resumeOptimization, (_, { values }): Done => {
  revalidatePath(`/devices/${values.id}`, "layout");
  return { done: "resumed" };
});
