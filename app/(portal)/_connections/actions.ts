"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getFormatter } from "next-intl/server";
import { renderSVG } from "uqr";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import {
  createOnboardingLink,
  createReconnectionLink,
} from "@/lib/devices/connections/create-connect-link";
import { endConnection } from "@/lib/devices/connections/end-connection";
import { revokeConnectLink } from "@/lib/devices/connections/list-connect-links";

type Made = { link: string; expiresAt: Date; email: string; isMailed: boolean };

/** What the page shows of a new link: that a mail is on its way, or the link itself, this once. */
async function shown({ link, expiresAt, email, isMailed }: Made): Promise<Record<string, string>> {
  if (isMailed) return { email };
  const format = await getFormatter();
  const qrCode = Buffer.from(renderSVG(link)).toString("base64");
  return { email, link, qrCode, until: format.dateTime(expiresAt, "moment") };
}

export async function createReconnectionLinkAction(
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const input = values as Parameters<typeof createReconnectionLink>[1];
    const made = await createReconnectionLink(actor, input);
    revalidatePath(`/devices/${values.deviceId}`);
    return shown(made);
  });
}

export async function createOnboardingLinkAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const input = values as Parameters<typeof createOnboardingLink>[1];
    const made = await createOnboardingLink(actor, input);
    revalidatePath(`/users/${values.userId}`);
    return shown(made);
  });
}

export async function revokeConnectLinkAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const input = values as Parameters<typeof revokeConnectLink>[1];
    const { deviceId, userId } = await revokeConnectLink(actor, input);
    const page = deviceId ? `/devices/${deviceId}` : `/users/${userId}`;
    revalidatePath(page);
    redirect(page);
  });
}

export async function endConnectionAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { id } = await endConnection(actor, values as Parameters<typeof endConnection>[1]);
    revalidatePath(`/devices/${id}`);
    redirect(`/devices/${id}`);
  });
}
