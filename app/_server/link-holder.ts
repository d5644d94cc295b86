import "server-only";
import type { Anonymous } from "@/lib/core/access/actor";
import { Conflict } from "@/lib/core/errors";
import { anonymousActorOfLink } from "@/lib/identity/auth/reset-password";
import { getLoginContext } from "./viewer";

/**
 * Who holds the link that a form was opened with, in the organization that the link names.
 * @throws Conflict with `problem` for a broken link
 */
export async function requireLinkHolder(
  token: string | undefined,
  problem: "linkSpent" | "invitationSpent" = "linkSpent",
): Promise<Anonymous> {
  const holder = anonymousActorOfLink(token, await getLoginContext());
  if (!holder) throw new Conflict(problem);
  return holder;
}
