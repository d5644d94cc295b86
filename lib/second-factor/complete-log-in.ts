import "server-only";
import { type LoginContext, recordFailedLogin, visitorOf } from "../auth/log-in";
import { markSeen } from "../auth/mark-seen";
import { clearLimits, consumeLimits, type LimitedKey } from "../auth/rate-limits";
import type { SessionReference } from "../auth/session-ticket";
import { Invalid } from "../errors";
import { proveSecondFactor } from "./prove-second-factor";

/**
 * The second half of a login. A wrong code counts against the account and is written into its log.
 * @throws Invalid when the code is wrong or was used
 * @throws Conflict `secondFactorTooLate`
 * @throws RateLimited with the waiting time
 */
export async function completeLogIn(
  reference: SessionReference,
  code: string,
  door: LoginContext,
): Promise<{ role: "admin" | "staff" | "user" }> {
  const limits: LimitedKey[] = [{ limit: "second-factor", key: reference.userId }];
  await consumeLimits(limits);
  const visitor = visitorOf(reference, door);
  const { sessionId, userId } = reference;
  try {
    const completed = await proveSecondFactor(visitor, { code, sessionId, userId });
    await clearLimits(limits);
    await markSeen(reference);
    return completed;
  } catch (error) {
    if (error instanceof Invalid) await recordFailedLogin(visitor, { userId });
    throw error;
  }
}
