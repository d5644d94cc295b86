"use server";

import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireViewer } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { changeOwnAddress, withdrawAddressChange } from "@/lib/identity/account/change-own-address";
import {
  changeOwnPassword,
  endOtherSessions,
  endOwnSession,
} from "@/lib/identity/account/change-own-password";
import { updateOwnAccount } from "@/lib/identity/account/update-own-account";

export async function updateAccountAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    await updateOwnAccount(actor, values as Parameters<typeof updateOwnAccount>[1]);
    redirect("/account?saved=profile");
  });
}

export async function changeAddressAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    await changeOwnAddress(withIdentityProof(actor, values), { email: values.email ?? "" });
    redirect("/account?saved=address");
  });
}

export async function withdrawAddressAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async () => {
    await withdrawAddressChange(actor, {});
    redirect("/account?saved=addressWithdrawn");
  });
}

export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    await changeOwnPassword(actor, values as Parameters<typeof changeOwnPassword>[1]);
    redirect("/account?saved=password");
  });
}

export async function endOtherSessionsAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async () => {
    await endOtherSessions(actor, {});
    redirect("/account?saved=sessions");
  });
}

export async function endSessionAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  return submit(form, async (values) => {
    await endOwnSession(actor, { sessionId: values.sessionId ?? "" });
    redirect("/account?saved=session");
  });
}
