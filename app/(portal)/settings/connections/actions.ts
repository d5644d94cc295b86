"use server";

import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { updateConnectionSettings } from "@/lib/devices/connections/connection-settings";
import { switchEnodeOff, switchEnodeOn } from "@/lib/devices/connections/connector-credentials";

export async function updateConnectionSettingsAction(
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await updateConnectionSettings(
      withIdentityProof(actor, values),
      values as unknown as Parameters<typeof updateConnectionSettings>[1],
    );
    redirect("/settings/connections?saved=1");
  });
}

export async function switchEnodeOnAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await switchEnodeOn(withIdentityProof(actor, values), values);
    redirect("/settings/connections?saved=1");
  });
}

export async function switchEnodeOffAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await switchEnodeOff(withIdentityProof(actor, values), {});
    redirect("/settings/connections?saved=1");
  });
}
