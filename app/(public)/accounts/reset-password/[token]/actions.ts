"use server";

import { redirect } from "next/navigation";
import { openFormAction } from "@/app/_server/form-action";
import { requireLinkHolder } from "@/app/_server/link-holder";
import { clearLimits } from "@/lib/identity/auth/rate-limits";
import { resetPassword } from "@/lib/identity/auth/reset-password";

export const resetPasswordAction = openFormAction(async (values) => {
  const { email } = await resetPassword.from(await requireLinkHolder(values.token), values);
  // A person who proved to own the address is not locked out by another's guesses.
  await clearLimits([{ limit: "login-account", key: email.toLowerCase() }]);
  redirect("/accounts/login?reset=1");
});
