import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { sessions, users } from "@/db/schema";
import { database } from "@/lib/core/database";
import type { SessionReference } from "./start-session";

/**
 * Writes down that a session and its person were just seen. A row that another transaction holds is left alone: this
 * waits for nobody, and the next request tries again.
 * @param unlessWithinSeconds does nothing where the session was seen so recently
 */
export async function markSeen(
  { organizationId, sessionId, userId }: SessionReference,
  unlessWithinSeconds = 0,
): Promise<void> {
  await database().write(
    organizationId,
    async (transaction) => {
      const session = transaction
        .select({ id: sessions.id })
        .from(sessions)
        .where(
          and(
            eq(sessions.id, sessionId),
            isNull(sessions.revokedAt),
            sql`${sessions.lastSeenAt} <= now() - make_interval(secs => ${unlessWithinSeconds})`,
          ),
        )
        .for("no key update", { skipLocked: true });
      const [marked] = await transaction
        .update(sessions)
        .set({ lastSeenAt: sql`now()` })
        .where(inArray(sessions.id, session))
        .returning({ id: sessions.id });
      if (!marked) return;
      const person = transaction
        .select({ id: users.id })
        .from(users)
        .where(eq(users.id, userId))
        .for("no key update", { skipLocked: true });
      await transaction
        .update(users)
        .set({ lastSeenAt: sql`now()` })
        .where(inArray(users.id, person));
    },
    userId,
  );
}
