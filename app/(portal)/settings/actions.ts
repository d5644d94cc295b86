"use server";

import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { updateOrganization } from "@/lib/organization/settings/organization-settings";

export async function updateOrganizationAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await updateOrganization(
      withIdentityProof(actor, values),
      values as Parameters<typeof updateOrganization>[1],
    );
    redirect("/settings?saved=1");
  });
}
