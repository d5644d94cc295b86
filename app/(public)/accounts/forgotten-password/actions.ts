"use server";

import { after } from "next/server";
import { submit } from "@/app/_server/submit";
import { getLoginContext } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { parseInput } from "@/lib/core/validation/parse-input";
import { requestPasswordResetInput } from "@/lib/identity/auth/password-reset-schema";
import { requestPasswordReset } from "@/lib/identity/auth/request-password-reset";

export async function requestPasswordResetAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (values) => {
    const input = parseInput(requestPasswordResetInput, values);
    await requestPasswordReset(input, await getLoginContext(), after);
    return undefined;
  });
}
