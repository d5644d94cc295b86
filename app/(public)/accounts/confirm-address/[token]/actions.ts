"use server";

import { submit } from "@/app/_request/submit";
import { getLoginContext } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { confirmAddressChange } from "@/lib/account/confirm-address";
import { visitorOfLink } from "@/lib/auth/reset-password";
import { Conflict } from "@/lib/errors";

export async function confirmAddressAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ token = "" }) => {
    const visitor = visitorOfLink(token, await getLoginContext());
    if (!visitor) throw new Conflict("linkSpent");
    const { isWhole, newEmail } = await confirmAddressChange(visitor, { token });
    return { newEmail, state: isWhole ? "whole" : "half" };
  });
}
