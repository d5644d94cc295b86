"use server";

import { redirect } from "next/navigation";
import { endUserFormAction } from "@/app/_server/form-action";
import {
  createOnboardingLink,
  createReconnectionLink,
} from "@/lib/devices/connections/create-connect-link";

const showConnect = ({ token }: { token: string }) => redirect(`/connect/${token}`);

/** Leads an end-user to where their own device is connected again. */
export const reconnectOwnDeviceAction = endUserFormAction(createReconnectionLink, showConnect, {
  input: ({ values }) => ({ deviceId: values.deviceId }),
});

/** Leads an end-user to where they connect new devices. */
export const connectOwnDevicesAction = endUserFormAction(createOnboardingLink, showConnect, {
  input: ({ actor }) => ({ userId: actor.userId }),
});
