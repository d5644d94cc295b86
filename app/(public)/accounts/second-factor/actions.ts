"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_request/submit";
import { readDoor, readSessionReference } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { ownPath } from "@/lib/auth/own-path";
import { Conflict } from "@/lib/errors";
import { completeLogIn } from "@/lib/second-factor/complete-log-in";

export async function proveSecondFactorAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ next, code }) => {
    const reference = await readSessionReference();
    if (!reference) throw new Conflict("secondFactorTooLate");
    const { role } = await completeLogIn(reference, code ?? "", await readDoor());
    redirect(ownPath(next, role === "user" ? "/me" : "/dashboard"));
  });
}
