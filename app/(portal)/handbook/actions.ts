"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { confirmReading } from "@/lib/team/handbook/confirm-reading";
import {
  addStarterEntries,
  createHandbookEntry,
  deleteHandbookEntry,
  updateHandbookEntry,
} from "@/lib/team/handbook/write-handbook-entry";

export async function createHandbookEntryAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await createHandbookEntry(
      actor,
      values as Parameters<typeof createHandbookEntry>[1],
    );
    redirect(`/handbook/${id}`);
  });
}

export async function updateHandbookEntryAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await updateHandbookEntry(
      actor,
      values as Parameters<typeof updateHandbookEntry>[1],
    );
    redirect(`/handbook/${id}`);
  });
}

export async function deleteHandbookEntryAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    await deleteHandbookEntry(actor, values as Parameters<typeof deleteHandbookEntry>[1]);
    redirect("/handbook");
  });
}

export async function addStarterEntriesAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async () => {
    await addStarterEntries(actor, {});
    redirect("/handbook");
  });
}

export async function confirmReadingAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await confirmReading(actor, { id: values.id ?? "" });
    redirect(`/handbook/${id}`);
  });
}
