"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import type { Member } from "@/lib/core/access/actor";
import { deleteDevice } from "@/lib/devices/devices/delete-device";
import { pauseDevice } from "@/lib/devices/devices/pause-device";
import { setBoost } from "@/lib/devices/devices/set-boost";
import { updateChargePolicy } from "@/lib/devices/devices/update-charge-policy";
import { updateDevice } from "@/lib/devices/devices/update-device";
import { updateDeviceSettings } from "@/lib/devices/devices/update-device-settings";

/** Has a form change a device, and shows the device as it is then. */
async function submitChange<Input>(
  form: FormData,
  change: (actor: Member, input: Input) => Promise<{ id: string }>,
): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await change(actor, values as Input);
    revalidatePath(`/devices/${id}`);
    redirect(`/devices/${id}`);
  });
}

export async function updateDeviceAction(_: FormState, form: FormData): Promise<FormState> {
  return submitChange(form, updateDevice);
}

export async function updateDeviceSettingsAction(_: FormState, form: FormData): Promise<FormState> {
  return submitChange(form, updateDeviceSettings);
}

export async function updateChargePolicyAction(_: FormState, form: FormData): Promise<FormState> {
  return submitChange(form, updateChargePolicy);
}

export async function pauseDeviceAction(_: FormState, form: FormData): Promise<FormState> {
  return submitChange(form, pauseDevice);
}

export async function setBoostAction(_: FormState, form: FormData): Promise<FormState> {
  return submitChange(form, setBoost);
}

export async function deleteDeviceAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { userId } = await deleteDevice(actor, values as Parameters<typeof deleteDevice>[1]);
    redirect(`/users/${userId}`);
  });
}
