import "server-only";
import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { environment } from "@/lib/core/env";
import { readParameters } from "@/lib/core/lists/list-address";
import { viewConnectAttempt } from "@/lib/devices/connections/connect-attempt";
import { viewConnectLink } from "@/lib/devices/connections/view-connect-link";
import { cleanLinkPart } from "@/lib/identity/auth/link-token";
import { anonymousActorOfLink } from "@/lib/identity/auth/reset-password";
import { readDeviceLink } from "./device-link";
import type { PageLanguages } from "./page-languages";
import { getLoginContext } from "./viewer";

/** What the link of a page's address opens, looked up once for each request. */
export const readConnectLink = cache(async (token: string) => {
  const anonymous = anonymousActorOfLink(token, await getLoginContext());
  const link = anonymous
    ? await viewConnectLink(anonymous, { token })
    : { kind: "unknown" as const };
  return { anonymous, link };
});

export type ConnectAttemptProps = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ attempt?: string | string[] }>;
};

/** The attempt that a page goes on with; not found where another browser began it, or it is over. */
export async function readConnectAttempt({ params, searchParams }: ConnectAttemptProps) {
  const token = cleanLinkPart((await params).token);
  const { attempt = "" } = readParameters(await searchParams);
  const { anonymous, link } = await readConnectLink(token);
  const browser = await readBrowserSecret();
  const found =
    anonymous && link.kind === "open" && browser && /^[0-9a-f-]{36}$/.test(attempt)
      ? await viewConnectAttempt(anonymous, { token, attempt, browser })
      : undefined;
  return { token, attempt, link, found };
}

/** The languages of the end-user whose link is being looked at, and of their organization. */
export async function findConnectLanguages(): Promise<PageLanguages | undefined> {
  const path = (await headers()).get("x-pathname");
  const [, id, query] = path?.match(/^\/connect\/device\/([^/?]+)\?(.*)/) ?? [];
  if (id) {
    const secret = new URLSearchParams(query).get("secret") ?? "";
    const cue = (await readDeviceLink(id, secret))?.cue;
    return cue && { own: cue.language, ofOrganization: cue.defaultLanguage };
  }
  const [, token] = path?.match(/^\/connect\/([^/?]{60,})/) ?? [];
  if (!token) return undefined;
  const { link } = await readConnectLink(cleanLinkPart(token));
  if (link.kind === "unknown") return undefined;
  return { own: link.language, ofOrganization: link.defaultLanguage };
}

const cookieName = "connect-browser";
const lifeSeconds = 1800;

/** The secret that this browser alone holds; made where it has none. Only in an action or a route. */
export async function holdBrowserSecret(): Promise<string> {
  const held = await readBrowserSecret();
  if (held) return held;
  const secret = randomBytes(32).toString("base64url");
  (await cookies()).set(cookieName, secret, {
    httpOnly: true,
    // The manufacturer's page leads back here with a plain link, which `strict` would not be sent with.
    sameSite: "lax",
    secure: environment().BASE_URL.startsWith("https:"),
    path: "/connect",
    maxAge: lifeSeconds,
  });
  return secret;
}

export async function readBrowserSecret(): Promise<string | undefined> {
  return (await cookies()).get(cookieName)?.value;
}
