"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { requireSameOrigin, submit, withIdentityProof } from "@/app/_server/submit";
import { requireViewer } from "@/app/_server/viewer";
import { findOffer } from "@/app/_server/with-error-pages";
import type { FormState } from "@/components/form/form-state";
import { addPasskey, offerPasskey } from "@/lib/identity/second-factor/own-passkeys";
import {
  addTotp,
  removeSecondFactor,
  replaceRecoveryCodes,
} from "@/lib/identity/second-factor/own-second-factors";

const page = "/account/second-factor";

export async function addTotpAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    const { recoveryCodes } = await addTotp(
      withIdentityProof(actor, values),
      values as Parameters<typeof addTotp>[1],
    );
    if (recoveryCodes.length === 0) redirect(`${page}?saved=added`);
    return { codes: recoveryCodes.join("\n") };
  });
}

export async function removeSecondFactorAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    await removeSecondFactor(withIdentityProof(actor, values), {
      factorId: values.factorId ?? "",
    });
    redirect(`${page}?saved=removed`);
  });
}

export async function replaceRecoveryCodesAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    const { recoveryCodes } = await replaceRecoveryCodes(withIdentityProof(actor, values), {});
    revalidatePath(page);
    return { codes: recoveryCodes.join("\n") };
  });
}

export async function addPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    const { recoveryCodes } = await addPasskey(
      withIdentityProof(actor, values),
      values as Parameters<typeof addPasskey>[1],
    );
    if (recoveryCodes.length === 0) redirect(`${page}?saved=added`);
    return { codes: recoveryCodes.join("\n") };
  });
}

/** The browser asks for this before it asks the person for a new passkey. */
export async function offerPasskeyAction() {
  await requireSameOrigin();
  const { actor } = await requireViewer();
  return (await findOffer(() => offerPasskey(actor, {})))?.options;
}
