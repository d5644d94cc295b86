"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_request/submit";
import { requireMember } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { createEndUser } from "@/lib/end-users/create-end-user";
import { deleteEndUser } from "@/lib/end-users/delete-end-user";
import { updateEndUser } from "@/lib/end-users/update-end-user";

export async function createEndUserAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await createEndUser(actor, values as Parameters<typeof createEndUser>[1]);
    redirect(`/users/${id}`);
  });
}

export async function updateEndUserAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await updateEndUser(actor, values as Parameters<typeof updateEndUser>[1]);
    redirect(`/users/${id}`);
  });
}

export async function deleteEndUserAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await deleteEndUser(actor, values as Parameters<typeof deleteEndUser>[1]);
    redirect("/users");
  });
}
