"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_request/submit";
import { requireMember } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { updateConnectionSettings } from "@/lib/connections/connection-settings";

export async function updateConnectionSettingsAction(
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await updateConnectionSettings(
      actor,
      values as unknown as Parameters<typeof updateConnectionSettings>[1],
    );
    redirect("/settings/connections?saved=1");
  });
}
