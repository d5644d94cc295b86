"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { deleteDevice } from "@/lib/devices/devices/delete-device";
import { pauseDevice } from "@/lib/devices/devices/pause-device";
import { setBoost } from "@/lib/devices/devices/set-boost";
import { updateChargePolicy } from "@/lib/devices/devices/update-charge-policy";
import { updateDevice } from "@/lib/devices/devices/update-device";
import { updateDeviceSettings } from "@/lib/devices/devices/update-device-settings";

/** Shows a device as it is now. */
function showDevice({ id }: { id: string }): never {
  revalidatePath(`/devices/${id}`);
  redirect(`/devices/${id}`);
}

export const updateDeviceAction = formAction(updateDevice, showDevice);

export const updateDeviceSettingsAction = formAction(updateDeviceSettings, showDevice);

export const updateChargePolicyAction = formAction(updateChargePolicy, showDevice);

export const pauseDeviceAction = formAction(pauseDevice, showDevice);

export const setBoostAction = formAction(setBoost, showDevice);

export const deleteDeviceAction = formAction(deleteDevice, ({ userId }) =>
  redirect(`/users/${userId}`),
);
