import "server-only";
import { createTenantToken, readTenantToken, type TenantToken } from "../auth/tenant-token";

/** What a token begins with, so that one that leaked can be recognized. */
const prefixes = { access: "wd_at_", personal: "wd_pt_" } as const;
export type BearerKind = keyof typeof prefixes;

/** A new token, which carries its organization as our links do; opaque to those who use it. */
export function createBearerToken(kind: BearerKind, organizationId: string): TenantToken {
  const link = createTenantToken(organizationId);
  return { ...link, token: prefixes[kind] + link.token };
}

/** @returns undefined for what cannot be a token of ours */
export function readBearerToken(token: string): (TenantToken & { kind: BearerKind }) | undefined {
  for (const kind of Object.keys(prefixes) as BearerKind[]) {
    if (!token.startsWith(prefixes[kind])) continue;
    const link = readTenantToken(token.slice(prefixes[kind].length));
    return link && { ...link, token, kind };
  }
  return undefined;
}
