"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { confirmOwnAccess } from "@/lib/team/onboarding/own-onboarding";

export async function confirmOwnAccessAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async () => {
    await confirmOwnAccess(actor, {});
    redirect("/dashboard");
  });
}
