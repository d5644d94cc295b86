"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { holdBrowserSecret, readBrowserSecret } from "@/app/_server/connect-link";
import { openFormAction } from "@/app/_server/form-action";
import { requireLinkHolder } from "@/app/_server/link-holder";
import { getLoginContext } from "@/app/_server/viewer";
import { beginConnection, pollConnection } from "@/lib/devices/connections/log-in-at-manufacturer";
import { resumeAfterConnecting } from "@/lib/devices/connections/resume-connected";
import { takeOverDevices } from "@/lib/devices/connections/settle-connection";
import { recordConnectLinkOpened } from "@/lib/devices/connections/view-connect-link";
import { consumeLimits } from "@/lib/identity/auth/rate-limits";
import { anonymousActorOfLink } from "@/lib/identity/auth/reset-password";

export async function recordOpenedAction(token: unknown): Promise<void> {
  const holder = anonymousActorOfLink(String(token), await getLoginContext());
  if (holder) await recordConnectLinkOpened.from(holder, { token });
}

export const beginConnectionAction = openFormAction(async ({ token = "", manufacturer = "" }) => {
  const holder = await requireLinkHolder(token);
  await consumeLimits([{ limit: "connect-address", address: holder.clientAddress }]);
  const browser = await holdBrowserSecret();
  const begun = await beginConnection(holder, { token, manufacturer }, browser);
  redirect("url" in begun ? begun.url : `/connect/${token}/code?attempt=${begun.attempt}`);
});

/** A browser without the cookie holds no attempt: the empty secret is nobody's. */
const heldSecret = async () => (await readBrowserSecret()) ?? "";

export const pollConnectionAction = openFormAction(async ({ token = "", attempt = "" }) => {
  const holder = await requireLinkHolder(token);
  const browser = await heldSecret();
  const ended = await pollConnection(holder, { token, attempt, browser });
  if (!ended) return;
  const isChoice = ended.kind === "choose";
  redirect(`/connect/${token}${isChoice ? `/devices?attempt=${attempt}` : ""}`);
});

export const takeOverDevicesAction = openFormAction(async ({ token, attempt, ...fields }) => {
  const holder = await requireLinkHolder(token);
  const browser = await heldSecret();
  const chosen = Object.entries(fields).filter(([name]) => name.startsWith("device-"));
  const devices = chosen.map(([, serial]) => serial).join("\n");
  await takeOverDevices.from(holder, { token, attempt, browser, devices });
  redirect(`/connect/${token}`);
});

export const resumeAfterConnectingAction = openFormAction(async ({ token = "" }) => {
  const holder = await requireLinkHolder(token);
  await resumeAfterConnecting.from(holder, { token });
  revalidatePath(`/connect/${token}`);
});
