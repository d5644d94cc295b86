"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { resetMailText, saveMailText, updateMailSender } from "@/lib/platform/mail/mail-texts";

export async function updateMailSenderAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await updateMailSender(actor, values as Parameters<typeof updateMailSender>[1]);
    redirect("/settings/mail?saved=savedSender");
  });
}

export async function saveMailTextAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await saveMailText(actor, values as Parameters<typeof saveMailText>[1]);
    redirect("/settings/mail?saved=savedText");
  });
}

export async function resetMailTextAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await resetMailText(actor, values as Parameters<typeof resetMailText>[1]);
    redirect("/settings/mail?saved=savedReset");
  });
}
