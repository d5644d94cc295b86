"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_request/submit";
import { requireMember } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { publishTerms } from "@/lib/terms/publish-terms";

export async function publishTermsAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await publishTerms(actor, values as unknown as Parameters<typeof publishTerms>[1]);
    redirect("/account/terms");
  });
}
