import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Anonymous } from "@/lib/core/access/actor";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { hasSecondFactor } from "../second-factor/accept-code";
import { createTenantToken } from "./tenant-token";

const userAgentLength = 300;

/** Which row of `sessions`. */
export type SessionReference = { organizationId: string; userId: string; sessionId: string };

export type StartedSession = SessionReference & {
  /** What the cookie holds; stored only as a hash. */
  token: string;
  /** The session opens nothing until the second factor is proved. */
  awaitsSecondFactor: boolean;
};

/** Opens a session inside the transaction of the login or acceptance that earned it; `markSeen` comes after it. */
export async function startSession(
  transaction: Transaction,
  anonymous: Anonymous,
  userId: string,
  userAgent: string | undefined,
): Promise<StartedSession> {
  const organization = await getOrganization(transaction);
  const awaitsSecondFactor = await hasSecondFactor(transaction, userId);
  const { token, tokenHash } = createTenantToken(anonymous.organizationId);
  const [session] = await transaction
    .insert(sessions)
    .values({
      organizationId: anonymous.organizationId,
      userId,
      tokenHash,
      expiresAt: sql`now() + make_interval(hours => ${organization.sessionAbsoluteHours})`,
      awaitsSecondFactor,
      clientAddress: anonymous.clientAddress,
      userAgent: userAgent?.slice(0, userAgentLength),
    })
    .returning({ id: sessions.id });
  if (!session) throw new Error("The insert returned no row.");
  return {
    organizationId: anonymous.organizationId,
    userId,
    sessionId: session.id,
    token,
    awaitsSecondFactor,
  };
}
