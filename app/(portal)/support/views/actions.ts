"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { endSupportView, startSupportView } from "@/lib/support/search/support-views";

export async function startSupportViewAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const input = values as Parameters<typeof startSupportView>[1];
    const { id } = await startSupportView(actor, input);
    redirect(`/support/views/${id}`);
  });
}

export async function endSupportViewAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async ({ id = "" }) => {
    const { userId } = await endSupportView(actor, { id });
    redirect(`/users/${userId}`);
  });
}
