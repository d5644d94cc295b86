import "server-only";
import { z } from "zod";
import { now } from "@/lib/core/clock";
import { decrypt, encrypt } from "@/lib/core/crypto/encryption";

/** What the login cookie says: which row of `sessions` to read. */
export const sessionReference = z.object({
  organizationId: z.uuid(),
  userId: z.uuid(),
  sessionId: z.uuid(),
});
export type SessionReference = z.infer<typeof sessionReference>;

const ticketSchema = sessionReference.extend({ expiresAt: z.number() });
const context = "session-ticket";

/** Carries a session that was just started to the code that sets the cookie. Never leaves the server. */
export function sealSessionTicket(reference: SessionReference): string {
  return encrypt(
    JSON.stringify({ ...reference, expiresAt: now().getTime() + 30_000 }),
    context,
  ).toString("base64url");
}

/** @returns null for anything but a fresh ticket of ours */
export function openSessionTicket(ticket: unknown): SessionReference | null {
  if (typeof ticket !== "string") return null;
  try {
    const opened = ticketSchema.parse(
      JSON.parse(decrypt(Buffer.from(ticket, "base64url"), context)),
    );
    return opened.expiresAt > now().getTime() ? opened : null;
  } catch {
    return null;
  }
}
