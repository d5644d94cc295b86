import "server-only";
import { Invalid } from "@/lib/core/errors";
import type { LoginContext } from "@/lib/identity/auth/login-context";
import { anonymousActor, recordFailedLogin } from "../auth/log-in";
import { markSeen } from "../auth/mark-seen";
import { clearLimits, consumeLimits, type LimitedKey } from "../auth/rate-limits";
import type { SessionReference } from "../auth/start-session";
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
  loginContext: LoginContext,
): Promise<{ role: "admin" | "staff" | "user" }> {
  const limits: LimitedKey[] = [{ limit: "second-factor", key: reference.userId }];
  await consumeLimits(limits);
  const anonymous = anonymousActor(reference, loginContext);
  const { sessionId, userId } = reference;
  try {
    const completed = await proveSecondFactor(anonymous, { code, sessionId, userId });
    await clearLimits(limits);
    await markSeen(reference);
    return completed;
  } catch (error) {
    if (error instanceof Invalid) await recordFailedLogin(anonymous, { userId });
    throw error;
  }
}
