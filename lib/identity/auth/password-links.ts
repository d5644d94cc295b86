import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { passwordResets } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { createTenantToken } from "./tenant-token";

type Account = { organizationId: string; id: string };

/**
 * Writes a link with which a person sets their password; earlier ones of the person die.
 * @param minutes how long it works
 * @returns the token of the link, of which only the hash is kept
 */
export async function createPasswordLink(
  transaction: Transaction,
  { organizationId, id }: Account,
  minutes: number,
): Promise<string> {
  await revokePasswordLinks(transaction, id);
  const { token, tokenHash } = createTenantToken(organizationId);
  await transaction.insert(passwordResets).values({
    organizationId,
    userId: id,
    tokenHash,
    expiresAt: sql`now() + make_interval(mins => ${minutes})`,
  });
  return token;
}

/** Makes the unused links of a person worthless. */
export async function revokePasswordLinks(transaction: Transaction, userId: string): Promise<void> {
  await transaction
    .update(passwordResets)
    .set({ revokedAt: now() })
    .where(
      and(
        eq(passwordResets.userId, userId),
        isNull(passwordResets.usedAt),
        isNull(passwordResets.revokedAt),
      ),
    );
}
