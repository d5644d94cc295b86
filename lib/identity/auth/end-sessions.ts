import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sessions } from "@/db/schema";
import { now } from "@/lib/core/clock";

type Reason = NonNullable<(typeof sessions.$inferSelect)["revokedReason"]>;

/**
 * Ends a person's open sessions; the next request of each is answered with the login page.
 * @returns how many were ended
 */
export async function endSessions(
  transaction: Transaction,
  userId: string,
  reason: Reason,
  which: { only?: string | undefined; except?: string } = {},
): Promise<number> {
  const ended = await transaction
    .update(sessions)
    .set({ revokedAt: now(), revokedReason: reason })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        which.only ? eq(sessions.id, which.only) : undefined,
        which.except ? ne(sessions.id, which.except) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}
