"use server";

import { redirect } from "next/navigation";
import { readDeviceLink } from "@/app/_server/device-link";
import { openFormAction } from "@/app/_server/form-action";
import { resolveCue } from "@/lib/devices/connections/connect-sessions";
import { consumeLimits } from "@/lib/identity/auth/rate-limits";

export const openDeviceAction = openFormAction(async ({ id = "", secret = "" }) => {
  const link = await readDeviceLink(id, secret);
  if (!link) redirect("/connect/lost");
  await consumeLimits([{ limit: "connect-address", address: link.anonymous.clientAddress }]);
  const { token } = await resolveCue(link.anonymous, {
    deviceId: id,
    successUrl: null,
    cancelUrl: null,
  });
  redirect(`/connect/${token}`);
});
