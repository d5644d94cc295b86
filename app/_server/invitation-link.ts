import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { cleanLinkPart } from "@/lib/identity/auth/link-token";
import { anonymousActorOfLink } from "@/lib/identity/auth/reset-password";
import { viewInvitation } from "@/lib/team/members/view-invitation";
import type { PageLanguages } from "./page-languages";
import { getLoginContext } from "./viewer";

/** What an invitation link opens, looked up once for each request. */
export const readInvitation = cache(async (token: string) => {
  const anonymous = anonymousActorOfLink(token, await getLoginContext());
  return anonymous ? viewInvitation(anonymous, { token }) : { kind: "unknown" as const };
});

/** The languages of the invitation that is being looked at. */
export async function findInvitationLanguages(): Promise<PageLanguages | undefined> {
  const path = (await headers()).get("x-pathname");
  const [, token] = path?.match(/^\/invite\/([^/?]{60,})/) ?? [];
  if (!token) return undefined;
  const invitation = await readInvitation(cleanLinkPart(token));
  if (invitation.kind === "unknown") return undefined;
  return { own: invitation.language, ofOrganization: invitation.defaultLanguage };
}
