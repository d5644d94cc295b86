import "server-only";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import type { Member } from "@/lib/core/access/actor";
import { environment } from "@/lib/core/env";
import { slugOfHost } from "@/lib/core/organizations/organization-host";
import { markReached } from "@/lib/core/request-progress";
import { clientAddress } from "@/lib/identity/auth/client-address";
import { findOrganizationBySlug } from "@/lib/identity/auth/find-organization-by-slug";
import { findSession, type Viewer } from "@/lib/identity/auth/find-session";
import type { LoginContext } from "@/lib/identity/auth/login-context";
import { sessionCookieName } from "@/lib/identity/auth/session-cookie";

/** The slug of the host that was asked, where it is an organization's own. */
const readHostSlug = async () => slugOfHost((await headers()).get("host"), environment().BASE_URL);

/** The organization whose own host was asked; null where no organization has that host. */
export const findHostOrganization = cache(async () => {
  const slug = await readHostSlug();
  return slug === undefined ? undefined : findOrganizationBySlug(slug);
});

/** An id that no organization has: for hosts that belong to none. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** What a request says of where it comes from, past the trusted proxies. */
export async function getLoginContext(): Promise<LoginContext> {
  const hostOrganization = await findHostOrganization();
  return {
    ...(await readRequest()),
    ...(hostOrganization !== undefined && { hostOrganizationId: hostOrganization?.id ?? nobody }),
    userAgent: (await headers()).get("user-agent") ?? undefined,
  };
}

async function readRequest() {
  markReached();
  const received = await headers();
  const hops = environment().TRUSTED_PROXY_HOPS;
  return {
    requestId: received.get("x-request-id") ?? crypto.randomUUID(),
    clientAddress: clientAddress(received.get("x-forwarded-for"), hops),
  };
}

/** Who is asking, looked up once for each request; undefined when nobody is logged in. */
export const findViewer = cache(async (): Promise<Viewer | undefined> => {
  const token = await readSessionToken();
  if (!token) return undefined;
  return findSession(token, { ...(await readRequest()), hostSlug: await readHostSlug() });
});

/** The token in the session cookie, whether or not its session still holds. */
export async function readSessionToken(): Promise<string | undefined> {
  markReached();
  return (await cookies()).get(sessionCookieName)?.value;
}

/** Whether a cookie is there whose session no longer holds. */
const hasEndedSession = cache(async (): Promise<boolean> => {
  return (await readSessionToken()) !== undefined && (await findViewer()) === undefined;
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
  redirectToPendingRequirement(viewer);
  if (actor.kind !== "member") forbidden();
  return { ...viewer, actor };
}

/** Redirects a person with a pending requirement to the page where they meet it. */
export function redirectToPendingRequirement({
  pendingRequirement,
}: Pick<Viewer, "pendingRequirement">): void {
  if (pendingRequirement) redirect(`/account/${pendingRequirement}`);
}

async function loginAddress(): Promise<string> {
  const path = (await headers()).get("x-pathname");
  const query = new URLSearchParams();
  if (await hasEndedSession()) query.set("ended", "1");
  if (path && path !== "/" && !path.startsWith("/accounts/")) query.set("next", path);
  return `/accounts/login${query.size > 0 ? `?${query}` : ""}`;
}
