"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { getLoginContext } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { Conflict } from "@/lib/core/errors";
import { clearLimits } from "@/lib/identity/auth/rate-limits";
import { anonymousActorOfLink, resetPassword } from "@/lib/identity/auth/reset-password";

export async function resetPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ token = "", password = "" }) => {
    const anonymous = anonymousActorOfLink(token, await getLoginContext());
    if (!anonymous) throw new Conflict("linkSpent");
    const { email } = await resetPassword(anonymous, { token, password });
    // A person who proved to own the address is not locked out by another's guesses.
    await clearLimits([{ limit: "login-account", key: email.toLowerCase() }]);
    redirect("/accounts/login?reset=1");
  });
}
