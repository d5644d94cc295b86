"use server";

import { redirect } from "next/navigation";
import { submit, withIdentityProof } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { setEndUserArchived } from "@/lib/customers/end-users/archive-end-user";
import { createEndUser } from "@/lib/customers/end-users/create-end-user";
import { updateEndUser } from "@/lib/customers/end-users/update-end-user";
import { addNote, deleteNote } from "@/lib/customers/notes/write-note";
import { addTag, removeTag } from "@/lib/customers/tags/write-tags";
import { deleteEndUser } from "@/lib/support/personal-data/delete-end-user";
import { eraseEndUser } from "@/lib/support/personal-data/erase-end-user";

export async function createEndUserAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await createEndUser(
      actor,
      values as unknown as Parameters<typeof createEndUser>[1],
    );
    redirect(`/users/${id}`);
  });
}

export async function updateEndUserAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await updateEndUser(
      actor,
      values as unknown as Parameters<typeof updateEndUser>[1],
    );
    redirect(`/users/${id}`);
  });
}

export async function setEndUserArchivedAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await setEndUserArchived(
      actor,
      values as Parameters<typeof setEndUserArchived>[1],
    );
    redirect(`/users/${id}`);
  });
}

export async function eraseEndUserAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await eraseEndUser(
      withIdentityProof(actor, values),
      values as Parameters<typeof eraseEndUser>[1],
    );
    redirect("/users");
  });
}

export async function addTagAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await addTag(actor, values as Parameters<typeof addTag>[1]);
    redirect(`/users/${id}`);
  });
}

export async function removeTagAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await removeTag(actor, values as Parameters<typeof removeTag>[1]);
    redirect(`/users/${id}`);
  });
}

export async function addNoteAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { userId } = await addNote(actor, values as Parameters<typeof addNote>[1]);
    redirect(`/users/${userId}`);
  });
}

export async function deleteNoteAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { userId } = await deleteNote(actor, { id: values.id ?? "" });
    redirect(`/users/${userId}`);
  });
}

export async function deleteEndUserAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await deleteEndUser(actor, values as Parameters<typeof deleteEndUser>[1]);
    redirect("/users");
  });
}
