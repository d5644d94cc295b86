"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getFormatter } from "next-intl/server";
import { renderSVG } from "uqr";
import { formAction } from "@/app/_server/form-action";
import {
  createOnboardingLink,
  createReconnectionLink,
} from "@/lib/devices/connections/create-connect-link";
import { endConnection } from "@/lib/devices/connections/end-connection";
import { revokeConnectLink } from "@/lib/devices/connections/list-connect-links";

type Made = { link: string; expiresAt: Date; recipient: string; isMailed: boolean };

/** What the page shows of a new link: that a mail is on its way, or the link itself, this once. */
async function shown({ link, expiresAt, recipient, isMailed }: Made) {
  if (isMailed) return { recipient };
  const format = await getFormatter();
  const qrCode = Buffer.from(renderSVG(link)).toString("base64");
  return { recipient, once: { link, qrCode, until: format.dateTime(expiresAt, "moment") } };
}

export const createReconnectionLinkAction = formAction(
  createReconnectionLink,
  (made, { values }) => {
    revalidatePath(`/devices/${values.deviceId}`, "layout");
    return shown(made);
  },
);

export const createOnboardingLinkAction = formAction(createOnboardingLink, (made, { values }) => {
  revalidatePath(`/users/${values.userId}`);
  return shown(made);
});

export const revokeConnectLinkAction = formAction(revokeConnectLink, ({ deviceId, userId }) => {
  const page = deviceId ? `/devices/${deviceId}/connection` : `/users/${userId}`;
  revalidatePath(page);
  redirect(page);
});

export const endConnectionAction = formAction(endConnection, ({ id }) => {
  revalidatePath(`/devices/${id}`, "layout");
  redirect(`/devices/${id}/connection`);
});
