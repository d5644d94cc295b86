"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { submit } from "@/app/_server/submit";
import { getLoginContext } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { Conflict } from "@/lib/core/errors";
import { logIn } from "@/lib/identity/auth/log-in";
import { ownPath } from "@/lib/identity/auth/own-path";
import { setSessionCookie } from "@/lib/identity/auth/session-cookie";

export async function logInAction(_: FormState, form: FormData): Promise<FormState<never>> {
  let organizations: string | undefined;
  const state = await submit(form, async ({ next, ...values }) => {
    const outcome = await logIn(values, await getLoginContext(), after);
    if (outcome.kind === "refused") throw new Conflict("loginRefused");
    if (outcome.kind === "choose") {
      organizations = JSON.stringify(outcome.organizations);
      throw new Conflict("chooseOrganization");
    }
    await setSessionCookie(outcome.session);
    if (outcome.session.awaitsSecondFactor) {
      redirect(`/accounts/second-factor?next=${encodeURIComponent(ownPath(next, ""))}`);
    }
    redirect(ownPath(next, outcome.role === "user" ? "/me" : "/dashboard"));
  });
  if (state.status !== "refused" || !organizations) return state;
  return { ...state, values: { ...state.values, organizations } };
}
