"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { acknowledgeFinding } from "@/lib/identity/suspicious-activity/findings";

export async function acknowledgeFindingAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await acknowledgeFinding(
      actor,
      values as Parameters<typeof acknowledgeFinding>[1],
    );
    redirect(`/settings/security/${id}`);
  });
}
