"use server";

import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { updateBillingAccount } from "@/lib/organization/billing/billing-account";
import { startCardPayment } from "@/lib/organization/billing/card-payments";

export async function updateBillingAccountAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await updateBillingAccount(
      withIdentityProof(actor, values),
      values as Parameters<typeof updateBillingAccount>[1],
    );
    redirect("/settings/billing?saved=1");
  });
}

export async function payByCardAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    redirect(await startCardPayment(actor, { id: values.id ?? "" }));
  });
}
