"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { submit } from "@/app/_request/submit";
import { requireMember } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { deleteDevice } from "@/lib/devices/delete-device";
import { pauseDevice } from "@/lib/devices/pause-device";
import { setBoost } from "@/lib/devices/set-boost";
import { updateChargePolicy } from "@/lib/devices/update-charge-policy";
import { updateDevice } from "@/lib/devices/update-device";
import { updateDeviceSettings } from "@/lib/devices/update-device-settings";

export async function updateDeviceAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await updateDevice(actor, values as Parameters<typeof updateDevice>[1]);
    revalidatePath(`/devices/${id}`);
    redirect(`/devices/${id}`);
  });
}

export async function updateDeviceSettingsAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await updateDeviceSettings(
      actor,
      values as unknown as Parameters<typeof updateDeviceSettings>[1],
    );
    revalidatePath(`/devices/${id}`);
    redirect(`/devices/${id}`);
  });
}

export async function updateChargePolicyAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await updateChargePolicy(
      actor,
      values as Parameters<typeof updateChargePolicy>[1],
    );
    revalidatePath(`/devices/${id}`);
    redirect(`/devices/${id}`);
  });
}

export async function pauseDeviceAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await pauseDevice(actor, values as Parameters<typeof pauseDevice>[1]);
    revalidatePath(`/devices/${id}`);
    redirect(`/devices/${id}`);
  });
}

export async function setBoostAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await setBoost(actor, values as Parameters<typeof setBoost>[1]);
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
