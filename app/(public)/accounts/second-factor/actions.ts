"use server";

import { redirect } from "next/navigation";
import { requireSameOrigin, submit } from "@/app/_request/submit";
import { getLoginContext, readSessionReference } from "@/app/_request/viewer";
import { findOffer } from "@/app/_request/with-error-pages";
import type { FormState } from "@/components/form/form-state";
import { visitorOf } from "@/lib/auth/log-in";
import { ownPath } from "@/lib/auth/own-path";
import { Conflict } from "@/lib/errors";
import { completeLogIn } from "@/lib/second-factor/complete-log-in";
import { offerPasskeyLogIn } from "@/lib/second-factor/prove-second-factor";

export async function proveSecondFactorAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ next, code }) => {
    const reference = await readSessionReference();
    if (!reference) throw new Conflict("secondFactorTooLate");
    const { role } = await completeLogIn(reference, code ?? "", await getLoginContext());
    redirect(ownPath(next, role === "user" ? "/me" : "/dashboard"));
  });
}

/** The browser asks for this before it asks the person for their passkey. */
export async function offerPasskeyLogInAction() {
  await requireSameOrigin();
  const reference = await readSessionReference();
  if (!reference) return undefined;
  const { sessionId, userId } = reference;
  const visitor = visitorOf(reference, await getLoginContext());
  return (await findOffer(() => offerPasskeyLogIn(visitor, { sessionId, userId })))?.options;
}
