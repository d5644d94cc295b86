import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { organizations, sessions } from "@/db/schema";
import { describeDevice } from "./describe-device";

export type OpenSession = {
  id: string;
  device: string | undefined;
  clientAddress: string | null;
  createdAt: Date;
  lastSeenAt: Date;
};

const maxShown = 50;

/** A person's sessions that still open something, the latest first. */
export async function openSessions(
  transaction: Transaction,
  userId: string,
): Promise<OpenSession[]> {
  const rows = await transaction
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      clientAddress: sessions.clientAddress,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .innerJoin(organizations, eq(organizations.id, sessions.organizationId))
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        sql`${sessions.expiresAt} > now()`,
        sql`${sessions.lastSeenAt} > now() - make_interval(mins => ${organizations.sessionIdleMinutes})`,
      ),
    )
    .orderBy(desc(sessions.createdAt))
    .limit(maxShown);
  return rows.map(({ userAgent, ...session }) => ({
    ...session,
    device: describeDevice(userAgent),
  }));
}
