"use server";

import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import {
  cancelOrganizationDeletion,
  requestOrganizationDeletion,
} from "@/lib/operations/organization-data/delete-organization";

export async function requestDeletionAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await requestOrganizationDeletion(withIdentityProof(actor, values), {
      confirmation: values.confirmation ?? "",
    });
    redirect("/settings/data?saved=requested");
  });
}

export async function cancelDeletionAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async () => {
    await cancelOrganizationDeletion(actor, {});
    redirect("/settings/data?saved=cancelled");
  });
}
