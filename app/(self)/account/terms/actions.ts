"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireViewer } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { acceptTerms } from "@/lib/identity/terms/accept-terms";

export async function acceptTermsAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    await acceptTerms(actor, values as Parameters<typeof acceptTerms>[1]);
    redirect("/");
  });
}
