import "server-only";
import { createLinkToken, type LinkToken, readLinkToken } from "../auth/link-token";

/** What a token begins with, so that one that leaked can be recognized. */
const prefixes = { access: "wd_at_", personal: "wd_pt_" } as const;
export type BearerKind = keyof typeof prefixes;

/** A new token, which carries its organization as our links do; opaque to those who use it. */
export function createBearerToken(kind: BearerKind, organizationId: string): LinkToken {
  const link = createLinkToken(organizationId);
  return { ...link, token: prefixes[kind] + link.token };
}

/** @returns undefined for what cannot be a token of ours */
export function readBearerToken(token: string): (LinkToken & { kind: BearerKind }) | undefined {
  for (const kind of Object.keys(prefixes) as BearerKind[]) {
    if (!token.startsWith(prefixes[kind])) continue;
    const link = readLinkToken(token.slice(prefixes[kind].length));
    return link && { ...link, token, kind };
  }
  return undefined;
}
