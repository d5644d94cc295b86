import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import type { Member } from "@/lib/access/actor";
import { readSessionCookie } from "@/lib/auth/auth-js";
import { clientAddress } from "@/lib/auth/client-address";
import { findSession, type Viewer } from "@/lib/auth/find-session";
import type { Door } from "@/lib/auth/log-in";
import type { SessionReference } from "@/lib/auth/session-ticket";
import { environment } from "@/lib/env";

/** What a request says of where it comes from, past the trusted proxies. */
export async function readDoor(): Promise<Door> {
  const received = await headers();
  return {
    requestId: received.get("x-request-id") ?? crypto.randomUUID(),
    clientAddress: clientAddress(received.get("x-forwarded-for"), environment().TRUSTED_PROXY_HOPS),
    userAgent: received.get("user-agent") ?? undefined,
  };
}

/** Who is asking, looked up once for each request; undefined when nobody is logged in. */
export const findViewer = cache(async (): Promise<Viewer | undefined> => {
  const reference = await readSessionReference();
  return reference ? findSession(reference, await readDoor()) : undefined;
});

/** The session that a cookie names, whether or not it opens anything yet. */
export async function readSessionReference(): Promise<SessionReference | null> {
  return readSessionCookie(new Headers(await headers()));
}

/** Whether a cookie is there whose session no longer holds. */
const hasEndedSession = cache(async (): Promise<boolean> => {
  return (await readSessionReference()) !== null && (await findViewer()) === undefined;
});

/** The viewer, or the login page, which leads back here. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (viewer) return viewer;
  return redirect(await loginAddress());
}

/** A viewer of the team. End-users are told that this is not theirs. */
export async function requireMember(): Promise<Viewer & { actor: Member }> {
  const { actor, ...viewer } = await requireViewer();
  if (actor.kind === "newcomer") redirect("/account/second-factor");
  if (actor.kind !== "member") forbidden();
  return { ...viewer, actor };
}

async function loginAddress(): Promise<string> {
  const path = (await headers()).get("x-pathname");
  const query = new URLSearchParams();
  if (await hasEndedSession()) query.set("ended", "1");
  if (path && path !== "/" && !path.startsWith("/accounts/")) query.set("next", path);
  return `/accounts/login${query.size > 0 ? `?${query}` : ""}`;
}
