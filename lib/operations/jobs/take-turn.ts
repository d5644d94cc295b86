import "server-only";
import type { Member } from "@/lib/core/access/actor";
import { Conflict, Forbidden, Unauthenticated } from "@/lib/core/errors";

/** A worker goes to another job now and then, so that a large one does not keep all others waiting. */
const turn = 15_000;

/** After so long without progress, a worker must have died. */
export const stalledAfter = 60_000;

type Job = {
  /** Whose job it is; undefined when they may not act any more. */
  person: Member | undefined;
  /** Does one part. */
  work: (person: Member) => Promise<{ isFinished: boolean }>;
  /** Ends the job for good. */
  fail: (problem: string) => Promise<unknown>;
};

/**
 * Works on a job in the name of a person, for one turn.
 * @returns whether it is over
 */
export async function takeTurn(
  { person, work, fail }: Job,
  milliseconds = turn,
): Promise<{ isFinished: boolean }> {
  if (!person) {
    await fail("starterGone");
    return { isFinished: true };
  }
  const until = performance.now() + milliseconds;
  try {
    while (performance.now() < until) {
      if ((await work(person)).isFinished) return { isFinished: true };
    }
  } catch (error) {
    if (error instanceof Conflict) {
      await fail(error.problem);
      return { isFinished: true };
    }
    // The person has lost the right; the next turn sees what they are now.
    if (!(error instanceof Forbidden || error instanceof Unauthenticated)) throw error;
  }
  return { isFinished: false };
}
