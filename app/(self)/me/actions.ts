"use server";

import { forbidden, redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireViewer } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import {
  createOnboardingLink,
  createReconnectionLink,
} from "@/lib/devices/connections/create-connect-link";

/** Leads an end-user to where their own device is connected again. */
export async function reconnectOwnDeviceAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  if (actor.kind !== "end-user") forbidden();
  return submit(form, async ({ deviceId = "" }) => {
    const { token } = await createReconnectionLink(actor, { deviceId });
    redirect(`/connect/${token}`);
  });
}

/** Leads an end-user to where they connect new devices. */
export async function connectOwnDevicesAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireViewer();
  if (actor.kind !== "end-user") forbidden();
  return submit(form, async () => {
    const { token } = await createOnboardingLink(actor, { userId: actor.userId });
    redirect(`/connect/${token}`);
  });
}
