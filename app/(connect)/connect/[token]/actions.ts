"use server";

import { redirect } from "next/navigation";
import { holdBrowserSecret, readBrowserSecret } from "@/app/_request/connect-link";
import { submit } from "@/app/_request/submit";
import { getLoginContext } from "@/app/_request/viewer";
import type { FormState } from "@/components/form/form-state";
import { lineOf } from "@/lib/auth/client-address";
import { consumeLimits } from "@/lib/auth/rate-limits";
import { visitorOfLink } from "@/lib/auth/reset-password";
import { beginConnection, pollConnection } from "@/lib/connections/log-in-at-manufacturer";
import { takeOverDevices } from "@/lib/connections/settle-connection";
import { Conflict } from "@/lib/errors";

async function readVisitor(token: string) {
  const visitor = visitorOfLink(token, await getLoginContext());
  if (!visitor) throw new Conflict("linkSpent");
  return visitor;
}

export async function beginConnectionAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ token = "", manufacturer = "" }) => {
    const visitor = await readVisitor(token);
    await consumeLimits([
      { limit: "connect-address", key: lineOf(visitor.clientAddress ?? "unknown") },
    ]);
    const browser = await holdBrowserSecret();
    const begun = await beginConnection(visitor, { token, manufacturer }, browser);
    redirect("url" in begun ? begun.url : `/connect/${token}/code?attempt=${begun.attempt}`);
  });
}

export async function pollConnectionAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ token = "", attempt = "" }) => {
    const visitor = await readVisitor(token);
    const browser = (await readBrowserSecret()) ?? "";
    const ended = await pollConnection(visitor, { token, attempt, browser });
    if (!ended) return undefined;
    const isChoice = ended.kind === "choose";
    redirect(`/connect/${token}${isChoice ? `/devices?attempt=${attempt}` : ""}`);
  });
}

export async function takeOverDevicesAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async ({ token = "", attempt = "", ...fields }) => {
    const visitor = await readVisitor(token);
    const browser = (await readBrowserSecret()) ?? "";
    const chosen = Object.entries(fields).filter(([name]) => name.startsWith("device-"));
    const devices = chosen.map(([, serial]) => serial).join("\n");
    await takeOverDevices(visitor, { token, attempt, browser, devices });
    redirect(`/connect/${token}`);
  });
}
