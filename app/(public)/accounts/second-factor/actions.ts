"use server";

import { redirect } from "next/navigation";
import { openFormAction } from "@/app/_server/form-action";
import { requireSameOrigin } from "@/app/_server/submit";
import { getLoginContext, readSessionToken } from "@/app/_server/viewer";
import { findOffer } from "@/app/_server/with-error-pages";
import { Conflict } from "@/lib/core/errors";
import { findSessionReference } from "@/lib/identity/auth/find-session";
import { anonymousActor } from "@/lib/identity/auth/log-in";
import { ownPath } from "@/lib/identity/auth/own-path";
import { completeLogIn } from "@/lib/identity/second-factor/complete-log-in";
import { offerPasskeyLogIn } from "@/lib/identity/second-factor/prove-second-factor";

export const proveSecondFactorAction = openFormAction(async ({ next, code = "" }) => {
  const reference = await findReference();
  if (!reference) throw new Conflict("secondFactorTooLate");
  const { role } = await completeLogIn(reference, code, await getLoginContext());
  redirect(ownPath(next, role === "user" ? "/me" : "/dashboard"));
});

async function findReference() {
  const token = await readSessionToken();
  return token === undefined ? undefined : findSessionReference(token);
}

/** The browser asks for this before it asks the person for their passkey. */
export async function offerPasskeyLogInAction() {
  await requireSameOrigin();
  const reference = await findReference();
  if (!reference) return undefined;
  const { sessionId, userId } = reference;
  const anonymous = anonymousActor(reference, await getLoginContext());
  return (await findOffer(() => offerPasskeyLogIn(anonymous, { sessionId, userId })))?.options;
}
