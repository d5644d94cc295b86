"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireViewer } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import {
  createPersonalToken,
  revokePersonalToken,
} from "@/lib/identity/api-credentials/personal-tokens";

const page = "/account/tokens";

export async function createPersonalTokenAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    const made = await createPersonalToken(
      withIdentityProof(actor, values),
      values as Parameters<typeof createPersonalToken>[1],
    );
    revalidatePath(page);
    return made;
  });
}

export async function revokePersonalTokenAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    await revokePersonalToken(actor, { id: values.id ?? "" });
    redirect(`${page}?saved=revoked`);
  });
}
