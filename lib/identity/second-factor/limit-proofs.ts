import "server-only";
import { type Actor, isPerson } from "@/lib/core/access/actor";
import { Invalid, StepUpRequired } from "@/lib/core/errors";
import { consumeLimits, refundLimit } from "../auth/rate-limits";

/** Problems of fields that say that a password or a code was wrong. */
const wrongProofs = ["currentPassword", "secondFactorCode"];

/** Whether a person's command was refused because what they typed to prove who they are was wrong. */
export function isWrongProof(actor: Actor, error: unknown): boolean {
  if (!isPerson(actor)) return false;
  if (error instanceof StepUpRequired) return error.wasWrong;
  return (
    error instanceof Invalid &&
    Object.values(error.fields).some((problem) => wrongProofs.includes(problem))
  );
}

/**
 * Runs a command of a person who typed a password or a code. The try is counted before it is looked at, so that
 * many at once cannot slip through together; all but a wrong one is given back.
 * @throws RateLimited
 */
export async function limitProofs<Result>(
  actor: Actor,
  proof: string | undefined,
  run: () => Promise<Result>,
): Promise<Result> {
  if (!isPerson(actor) || !proof) return run();
  const limit = { limit: "identity-proof", key: actor.userId } as const;
  await consumeLimits([limit]);
  let isWrong = false;
  try {
    return await run();
  } catch (error) {
    isWrong = isWrongProof(actor, error);
    throw error;
  } finally {
    if (!isWrong) await refundLimit(limit);
  }
}
