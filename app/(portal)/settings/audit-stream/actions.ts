"use server";

import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { removeAuditStream, saveAuditStream } from "@/lib/platform/audit-stream/audit-stream";

export async function saveAuditStreamAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, (values) =>
    saveAuditStream(withIdentityProof(actor, values), { url: values.url ?? "" }),
  );
}

export async function removeAuditStreamAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await removeAuditStream(withIdentityProof(actor, values), {});
    redirect("/settings/audit-stream");
  });
}
