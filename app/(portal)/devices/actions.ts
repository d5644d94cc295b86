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

/** Shows the page of a device on which something was done, as it is now. */
const showDevice =
  (page: "" | "/settings") =>
  ({ id }: { id: string }): never => {
    revalidatePath(`/devices/${id}`, "layout");
    redirect(`/devices/${id}${page}`);
  };

export const updateDeviceAction = formAction(updateDevice, showDevice("/settings"));

export const updateDeviceSettingsAction = formAction(updateDeviceSettings, showDevice("/settings"));

export const updateChargePolicyAction = formAction(updateChargePolicy, showDevice("/settings"));

export const pauseDeviceAction = formAction(pauseDevice, showDevice("/settings"));

export const setBoostAction = formAction(setBoost, showDevice(""));

export const deleteDeviceAction = formAction(deleteDevice, ({ userId }) =>
  redirect(`/users/${userId}`),
);
