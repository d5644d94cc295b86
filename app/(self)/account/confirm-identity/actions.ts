"use server";

import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireViewer } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { confirmIdentity } from "@/lib/identity/account/confirm-identity";
import { ownPath } from "@/lib/identity/auth/own-path";

export async function confirmIdentityAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    await confirmIdentity(withIdentityProof(actor, values), {});
    redirect(ownPath(values.next, "/"));
  });
}
