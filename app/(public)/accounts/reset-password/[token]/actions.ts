"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_request/submit";
import { getLoginContext } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { clearLimits } from "@/lib/auth/rate-limits";
import { resetPassword, visitorOfLink } from "@/lib/auth/reset-password";
import { Conflict } from "@/lib/errors";

export async function resetPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ token = "", password = "" }) => {
    const visitor = visitorOfLink(token, await getLoginContext());
    if (!visitor) throw new Conflict("linkSpent");
    const { email } = await resetPassword(visitor, { token, password });
    // A person who proved to own the address is not locked out by another's guesses.
    await clearLimits([{ limit: "login-account", key: email.toLowerCase() }]);
    redirect("/accounts/login?reset=1");
  });
}
