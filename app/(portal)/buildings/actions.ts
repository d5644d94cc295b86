"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import {
  createBuilding,
  deleteBuilding,
  updateBuilding,
} from "@/lib/customers/buildings/write-building";

export async function createBuildingAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await createBuilding(actor, values as Parameters<typeof createBuilding>[1]);
    redirect(`/buildings/${id}`);
  });
}

export async function updateBuildingAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await updateBuilding(actor, values as Parameters<typeof updateBuilding>[1]);
    redirect(`/buildings/${id}`);
  });
}

export async function deleteBuildingAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { userId } = await deleteBuilding(actor, { id: values.id ?? "" });
    redirect(`/users/${userId}`);
  });
}
