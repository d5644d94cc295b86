"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { discardJob, retryJob } from "@/lib/operations/jobs/organization-jobs";

export async function retryJobAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async ({ id = "" }) => {
    await retryJob(actor, { id });
    redirect("/settings/jobs");
  });
}

export async function discardJobAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async ({ id = "" }) => {
    await discardJob(actor, { id });
    redirect("/settings/jobs");
  });
}
