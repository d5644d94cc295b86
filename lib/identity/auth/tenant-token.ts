import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";

/**
 * The secret of a session, a link or an API token: `<organization id>.<256 random bits>`. Only its hash
 * is stored. The organization is named so that the hash can be looked up inside its own tenant; naming
 * another finds nothing there.
 */
export type TenantToken = { organizationId: string; token: string; tokenHash: Buffer };

export function createTenantToken(organizationId: string): TenantToken {
  const token = `${organizationId}.${randomBytes(32).toString("base64url")}`;
  return { organizationId, token, tokenHash: hashOf(token) };
}

/** @returns undefined for what cannot be a token */
export function readTenantToken(token: string): TenantToken | undefined {
  const [organizationId = "", secret = ""] = token.split(".", 2);
  if (!z.uuid().safeParse(organizationId).success) return undefined;
  if (!/^[\w-]{43}$/.test(secret) || token.length !== organizationId.length + 44) return undefined;
  return { organizationId, token, tokenHash: hashOf(token) };
}

/** A token has 256 random bits, so a plain SHA-256 is enough to keep it. */
function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
