"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_request/submit";
import { requireMember } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { discardJob, retryJob } from "@/lib/jobs/organization-jobs";

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
