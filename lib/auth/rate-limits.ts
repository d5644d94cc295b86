import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Transaction } from "@/db/client";
import { rateLimits } from "@/db/schema";
import { database } from "../database";
import { RateLimited } from "../errors";

const minute = 60;

/**
 * Limits are counted in PostgreSQL, so they hold across restarts and instances. An attacker far away
 * cannot lock an account: its owner comes from another address, and can always reset the password.
 */
const limits = {
  /** Wrong passwords for one account from one address. */
  "login-account-address": { points: 5, duration: 15 * minute },
  /** Wrong passwords from one address, whatever the account. */
  "login-address": { points: 60, duration: 15 * minute },
  /** Wrong passwords for one account, wherever from (NIST SP 800-63B-4, 3.2.2: at most 100). */
  "login-account": { points: 100, duration: 24 * 60 * minute },
  "reset-account": { points: 5, duration: 60 * minute },
  "reset-address": { points: 30, duration: 60 * minute },
  /** Codes of the second factor, and proofs of identity, of one person. */
  "second-factor": { points: 10, duration: 15 * minute },
  "identity-proof": { points: 10, duration: 15 * minute },
  /** Secrets of API clients, of one client and from one address. Right ones are not counted. */
  "client-secret": { points: 100, duration: 15 * minute },
  "client-address": { points: 300, duration: 15 * minute },
  /** Logins at manufacturers begun from one address. */
  "connect-address": { points: 60, duration: 15 * minute },
  "invitation-address": { points: 60, duration: 15 * minute },
} as const;

export type LimitName = keyof typeof limits;
export type LimitedKey = { limit: LimitName; key: string };

/**
 * Counts one against each limit, in turn. Counting comes before the guess, so that many guesses at
 * once cannot slip through together.
 * @throws RateLimited at the first limit that is used up; nothing is counted then
 */
export async function consumeLimits(keys: LimitedKey[]): Promise<void> {
  await withLimiters(async (limiters) => {
    for (const { limit, key } of keys) {
      try {
        await limiters[limit].consume(hashed(key));
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) {
          throw new RateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
        }
        throw refusal;
      }
    }
  });
}

/** Gives back what a rightful attempt consumed of a limit that others share. */
export async function giveBack({ limit, key }: LimitedKey): Promise<void> {
  await withLimiters((limiters) => limiters[limit].reward(hashed(key)));
}

export async function clearLimits(keys: LimitedKey[]): Promise<void> {
  await withLimiters((limiters) =>
    Promise.all(keys.map(({ limit, key }) => limiters[limit].delete(hashed(key)))),
  );
}

type Limiters = Record<LimitName, RateLimiterDrizzle>;

function withLimiters<Result>(use: (limiters: Limiters) => Promise<Result>): Promise<Result> {
  return database().outsideOrganizations((transaction) => use(limitersIn(transaction)));
}

function limitersIn(transaction: Transaction): Limiters {
  const entries = Object.entries(limits).map(([name, limit]) => [
    name,
    new RateLimiterDrizzle({
      storeClient: transaction,
      schema: rateLimits,
      keyPrefix: name,
      clearExpiredByTimeout: false,
      ...limit,
    }),
  ]);
  return Object.fromEntries(entries) as Limiters;
}

function hashed(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
