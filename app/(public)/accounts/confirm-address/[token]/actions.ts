"use server";

import { submit } from "@/app/_server/submit";
import { getLoginContext } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { Conflict } from "@/lib/core/errors";
import { confirmAddressChange } from "@/lib/identity/account/confirm-address";
import { anonymousActorOfLink } from "@/lib/identity/auth/reset-password";

export async function confirmAddressAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ token = "" }) => {
    const anonymous = anonymousActorOfLink(token, await getLoginContext());
    if (!anonymous) throw new Conflict("linkSpent");
    const { isWhole, newEmail } = await confirmAddressChange(anonymous, { token });
    return { newEmail, state: isWhole ? "whole" : "half" };
  });
}
