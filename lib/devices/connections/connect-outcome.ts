import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectLinks } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { actingUser } from "./acting-user";
import { endAttempt, lockRunningAttempt } from "./connect-attempt";
import { type FoundLink, findConnectLink, isUsable } from "./find-connect-link";

/** The link of a token, locked. @throws Conflict `linkSpent` */
export async function lockLink(transaction: Transaction, token: string): Promise<FoundLink> {
  const seen = await findConnectLink(transaction, token);
  if (!seen) throw new Conflict("linkSpent");
  await transaction
    .select({ id: connectLinks.id })
    .from(connectLinks)
    .where(eq(connectLinks.id, seen.link.id))
    .for("no key update");
  const found = await findConnectLink(transaction, token);
  if (!found || !isUsable(found)) throw new Conflict("linkSpent");
  return found;
}

/** The link has done its work, and so have others that were out for the same device. */
export async function completeLink(
  transaction: Transaction,
  { link, device }: FoundLink,
  attempt: { id: string; token: string },
  connectedDeviceId: string | null,
): Promise<void> {
  await endAttempt(transaction, attempt);
  await transaction
    .update(connectLinks)
    .set({ completedAt: now(), connectedDeviceId, failedAt: null, failure: null })
    .where(eq(connectLinks.id, link.id));
  if (!device) return;
  await transaction
    .update(connectLinks)
    .set({ revokedAt: now() })
    .where(
      and(
        eq(connectLinks.deviceId, device.id),
        ne(connectLinks.id, link.id),
        isNull(connectLinks.completedAt),
        isNull(connectLinks.revokedAt),
      ),
    );
}

/**
 * The link stays usable; its attempt is over. An attempt that was over before changes nothing.
 * @returns what that leaves in the log
 */
export async function failLink(
  transaction: Transaction,
  found: FoundLink,
  attempt: { id: string; token: string },
  failure: string,
): Promise<AuditEntry[]> {
  const running = await lockRunningAttempt(transaction, { id: attempt.id, linkId: found.link.id });
  if (!running) return [];
  await endAttempt(transaction, attempt);
  await transaction
    .update(connectLinks)
    .set({ failedAt: now(), failure })
    .where(and(eq(connectLinks.id, found.link.id), isNull(connectLinks.completedAt)));
  return [
    {
      action: "connect-link.failed",
      ...actingUser(found),
      changes: { manufacturer: { before: null, after: running.manufacturer } },
      reason: failure,
    },
  ];
}

export const completedEntry = (found: FoundLink): AuditEntry => ({
  action: "connect-link.completed",
  ...actingUser(found),
});
