"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { endUserFormAction } from "@/app/_server/form-action";
import { pauseDevice } from "@/lib/devices/devices/pause-device";
import { resumeOptimization } from "@/lib/devices/devices/resume-optimization";
import { setBoost } from "@/lib/devices/devices/set-boost";
import { updateChargePolicy } from "@/lib/devices/devices/update-charge-policy";
import { updateDeviceSettings } from "@/lib/devices/devices/update-device-settings";

/** Shows a device as it is now. */
function showOwnDevice({ id }: { id: string }): never {
  revalidatePath(`/me/devices/${id}`);
  redirect(`/me/devices/${id}`);
}

export const pauseOwnDeviceAction = endUserFormAction(pauseDevice, showOwnDevice);

export const resumeOwnOptimizationAction = endUserFormAction(resumeOptimization, showOwnDevice);

export const setOwnBoostAction = endUserFormAction(setBoost, showOwnDevice);

export const updateOwnChargePolicyAction = endUserFormAction(updateChargePolicy, showOwnDevice);

export const updateOwnDeviceSettingsAction = endUserFormAction(updateDeviceSettings, showOwnDevice);
