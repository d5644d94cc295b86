"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { submit } from "@/app/_request/submit";
import { requireMember } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { deleteDevice } from "@/lib/devices/delete-device";
import { updateDevice } from "@/lib/devices/update-device";

export async function updateDeviceAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await updateDevice(actor, values as Parameters<typeof updateDevice>[1]);
    revalidatePath(`/devices/${id}`);
    redirect(`/devices/${id}`);
  });
}

export async function deleteDeviceAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { userId } = await deleteDevice(actor, values as Parameters<typeof deleteDevice>[1]);
    redirect(`/users/${userId}`);
  });
}
