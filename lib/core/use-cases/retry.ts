import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseUnavailable } from "../errors";

/** How often a transaction is begun again, by why it failed. */
const MAX_RETRIES = { conflict: 4, connection: 1, busy: 0 } as const;

const FIRST_PAUSE_MS = 15;

/**
 * Runs a transaction again that lost to a deadlock or a serialization failure, or whose connection broke before
 * anything was committed. The pause grows and is drawn by chance, so that those who collided do not meet again.
 * @throws DatabaseUnavailable when the tries are used up, or it is not known whether it was committed
 */
export async function withRetry<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let retries = 0; ; retries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
      const { kind, isRolledBack } = error.failure;
      if (!isRolledBack || retries >= MAX_RETRIES[kind]) throw error;
      await sleep(FIRST_PAUSE_MS * 2 ** retries * (0.5 + Math.random()));
    }
  }
}
