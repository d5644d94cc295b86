"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { saveListPreference } from "@/lib/support/list-views/list-preference";
import { createSavedView, deleteSavedView } from "@/lib/support/list-views/saved-views";
import { columnField } from "./column-field";

export async function saveListPreferenceAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const ticked = Object.keys(values)
      .filter((name) => name.startsWith(columnField))
      .map((name) => name.slice(columnField.length));
    await saveListPreference(actor, {
      ...(values as Parameters<typeof saveListPreference>[1]),
      columns: ticked.length > 0 ? ticked : (values.columns ?? ""),
    });
    revalidatePath("/", "layout");
    return undefined;
  });
}

const pages = { "end-user": "/users", building: "/buildings", device: "/devices" };

export async function createSavedViewAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const input = values as Parameters<typeof createSavedView>[1];
    const { parameters } = await createSavedView(actor, input);
    redirect(`${pages[input.list]}?${parameters}`);
  });
}

export async function deleteSavedViewAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { list } = await deleteSavedView(actor, { id: values.id ?? "" });
    redirect(pages[list]);
  });
}
