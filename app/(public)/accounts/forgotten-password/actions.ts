"use server";

import { after } from "next/server";
import { submit } from "@/app/_request/submit";
import { getLoginContext } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { requestPasswordResetInput } from "@/lib/auth/password-reset-schema";
import { requestPasswordReset } from "@/lib/auth/request-password-reset";
import { parseInput } from "@/lib/validation/parse-input";

export async function requestPasswordResetAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (values) => {
    const input = parseInput(requestPasswordResetInput, values);
    await requestPasswordReset(input, await getLoginContext(), after);
    return undefined;
  });
}
