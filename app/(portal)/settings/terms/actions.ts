"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { publishTerms } from "@/lib/identity/terms/publish-terms";

export async function publishTermsAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await publishTerms(actor, values as unknown as Parameters<typeof publishTerms>[1]);
    redirect("/account/terms");
  });
}
