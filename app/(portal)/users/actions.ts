"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { copyOwnerAddress } from "@/lib/customers/buildings/copy-owner-address";
import { setEndUserArchived } from "@/lib/customers/end-users/archive-end-user";
import { createEndUser } from "@/lib/customers/end-users/create-end-user";
import { endPortalAccess, givePortalAccess } from "@/lib/customers/end-users/portal-access";
import { updateEndUser } from "@/lib/customers/end-users/update-end-user";
import { addNote, deleteNote } from "@/lib/customers/notes/write-note";
import { addTag, removeTag } from "@/lib/customers/tags/write-tags";
import { deleteEndUser } from "@/lib/support/personal-data/delete-end-user";
import { eraseEndUser } from "@/lib/support/personal-data/erase-end-user";

const showEndUser = ({ id }: { id: string }) => redirect(`/users/${id}`);
const showEndUserOfNote = ({ userId }: { userId: string }) => redirect(`/users/${userId}`);
const showEndUsers = () => redirect("/users");

export const createEndUserAction = formAction(createEndUser, showEndUser);

/** Shows an end-user, with the offer to change the address of buildings that stay at the former one. */
export const updateEndUserAction = formAction(
  updateEndUser,
  ({ id, buildingsAtFormerAddress: left }) =>
    redirect(left.length > 0 ? `/users/${id}?formerAddress=${left.join(",")}` : `/users/${id}`),
);

export const copyOwnerAddressAction = formAction(copyOwnerAddress, ({ id, userId }) => {
  revalidatePath(`/users/${userId}`);
  return { id };
});

export const setEndUserArchivedAction = formAction(setEndUserArchived, showEndUser);

export const eraseEndUserAction = formAction(eraseEndUser, showEndUsers);

export const givePortalAccessAction = formAction(givePortalAccess, ({ id, email }) => {
  revalidatePath(`/users/${id}`);
  return { email };
});

export const endPortalAccessAction = formAction(endPortalAccess, showEndUser);

export const addTagAction = formAction(addTag, showEndUser);

export const removeTagAction = formAction(removeTag, showEndUser);

export const addNoteAction = formAction(addNote, showEndUserOfNote);

export const deleteNoteAction = formAction(deleteNote, showEndUserOfNote);

export const deleteEndUserAction = formAction(deleteEndUser, showEndUsers);
