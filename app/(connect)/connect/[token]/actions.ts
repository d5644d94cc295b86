"use server";

import { redirect } from "next/navigation";
import { holdBrowserSecret, readBrowserSecret } from "@/app/_server/connect-link";
import { submit } from "@/app/_server/submit";
import { getLoginContext } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import { Conflict } from "@/lib/core/errors";
import { beginConnection, pollConnection } from "@/lib/devices/connections/log-in-at-manufacturer";
import { takeOverDevices } from "@/lib/devices/connections/settle-connection";
import { lineOf } from "@/lib/identity/auth/client-address";
import { consumeLimits } from "@/lib/identity/auth/rate-limits";
import { anonymousActorOfLink } from "@/lib/identity/auth/reset-password";

async function getLinkActor(token: string) {
  const anonymous = anonymousActorOfLink(token, await getLoginContext());
  if (!anonymous) throw new Conflict("linkSpent");
  return anonymous;
}

export async function beginConnectionAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ token = "", manufacturer = "" }) => {
    const anonymous = await getLinkActor(token);
    await consumeLimits([
      { limit: "connect-address", key: lineOf(anonymous.clientAddress ?? "unknown") },
    ]);
    const browser = await holdBrowserSecret();
    const begun = await beginConnection(anonymous, { token, manufacturer }, browser);
    redirect("url" in begun ? begun.url : `/connect/${token}/code?attempt=${begun.attempt}`);
  });
}

export async function pollConnectionAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ token = "", attempt = "" }) => {
    const anonymous = await getLinkActor(token);
    const browser = (await readBrowserSecret()) ?? "";
    const ended = await pollConnection(anonymous, { token, attempt, browser });
    if (!ended) return undefined;
    const isChoice = ended.kind === "choose";
    redirect(`/connect/${token}${isChoice ? `/devices?attempt=${attempt}` : ""}`);
  });
}

export async function takeOverDevicesAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ token = "", attempt = "", ...fields }) => {
    const anonymous = await getLinkActor(token);
    const browser = (await readBrowserSecret()) ?? "";
    const chosen = Object.entries(fields).filter(([name]) => name.startsWith("device-"));
    const devices = chosen.map(([, serial]) => serial).join("\n");
    await takeOverDevices(anonymous, { token, attempt, browser, devices });
    redirect(`/connect/${token}`);
  });
}
