import "server-only";
import { createHash } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { queryRows } from "@/db/query-rows";
import { rateLimits } from "@/db/schema";
import { database } from "@/lib/core/database";
import { RateLimited } from "@/lib/core/errors";
import { blockUntil, findBlock, unblock } from "./blocked-keys";
import { lineOf } from "./client-address";

const minute = 60;
const day = 24 * 60 * minute;

/**
 * Limits are counted in PostgreSQL, so they hold across restarts and instances. An attacker far away
 * cannot lock an account: its owner comes from another address, and can always reset the password.
 */
const limits = {
  /** Wrong passwords for one account from one address. */
  "login-account-address": { points: 5, duration: 15 * minute },
  /** Wrong passwords from one address, for any account. */
  "login-address": { points: 60, duration: 15 * minute },
  /** Wrong passwords for one account from networks it never logged in from (NIST SP 800-63B-4, 3.2.2: at most 100). */
  "login-account": { points: 100, duration: day },
  /** Wrong passwords for one account from one network that it has logged in from before. */
  "login-known-network": { points: 100, duration: day },
  "reset-account": { points: 5, duration: 60 * minute },
  "reset-address": { points: 30, duration: 60 * minute },
  /** Codes of the second factor, and proofs of identity, of one person. */
  "second-factor": { points: 10, duration: 15 * minute },
  "identity-proof": { points: 10, duration: 15 * minute },
  /** Wrong secrets for one API client from one address, and from one address. Right ones are not counted. */
  "client-secret": { points: 100, duration: 15 * minute },
  "client-address": { points: 300, duration: 15 * minute },
  /** Logins at manufacturers begun from one address. */
  "connect-address": { points: 60, duration: 15 * minute },
  "invitation-address": { points: 60, duration: 15 * minute },
} as const;

export type LimitName = keyof typeof limits;

/** Limits that count for where a client is, some of them for each account apart. */
type LimitByAddress =
  | "login-account-address"
  | "login-address"
  | "login-known-network"
  | "reset-address"
  | "client-secret"
  | "client-address"
  | "connect-address"
  | "invitation-address";

/**
 * A limit and whom it counts for. An address counts as its line, since a client has any address of an IPv6 network;
 * clients without one count together.
 */
export type LimitedKey =
  | { limit: LimitByAddress; address: string | undefined; account?: string }
  | { limit: Exclude<LimitName, LimitByAddress>; key: string };

/**
 * Counts one against each limit, in turn. Counting comes before the guess, so that many guesses at
 * once cannot slip through together. Each count is one statement in its own transaction, so that no lock is
 * held from one to the next; a limit known to be used up is refused from memory.
 * @throws RateLimited at the first limit that is used up; nothing is counted then
 */
export async function consumeLimits(keys: LimitedKey[]): Promise<void> {
  refuseFromMemory(keys);
  for (const [index, key] of keys.entries()) {
    const { points, msLeft } = await addPoints(key, 1);
    if (points <= limits[key.limit].points) continue;
    blockUntil(storedKey(key), msLeft);
    for (const counted of keys.slice(0, index)) await addPoints(counted, -1);
    throw rateLimited(msLeft);
  }
}

/** @throws RateLimited when one of the limits is known to be used up, without asking the database */
export function refuseFromMemory(keys: LimitedKey[]): void {
  const blockedMs = Math.max(0, ...keys.map((key) => findBlock(storedKey(key)) ?? 0));
  if (blockedMs > 0) throw rateLimited(blockedMs);
}

const rateLimited = (ms: number) => new RateLimited(Math.max(1, Math.ceil(ms / 1000)));

/** Gives back what a rightful attempt consumed of a limit that others share. */
export async function refundLimit(key: LimitedKey): Promise<void> {
  await addPoints(key, -1);
}

export async function clearLimits(keys: LimitedKey[]): Promise<void> {
  if (keys.length === 0) return;
  const stored = keys.map(storedKey);
  await database().outsideOrganizations((transaction) =>
    transaction.delete(rateLimits).where(inArray(rateLimits.key, stored)),
  );
  for (const key of stored) unblock(key);
}

/** Deletes some counters, and known networks, whose time is over. @returns how many */
export async function deleteExpiredLimits(limit: number): Promise<number> {
  const deleted = await database().outsideOrganizations((transaction) =>
    queryRows(
      transaction,
      sql`delete from rate_limits where key in (
          select key from rate_limits where expire <= now() limit ${limit}::integer for update skip locked)
        returning 1`,
    ),
  );
  return deleted.length;
}

/** Adds to a counter, or starts it afresh once its time is over. */
async function addPoints(
  key: LimitedKey,
  change: 1 | -1,
): Promise<{ points: number; msLeft: number }> {
  const { duration } = limits[key.limit];
  const [row] = await database().outsideOrganizations((transaction) =>
    queryRows<{ points: number; ms_left: number }>(
      transaction,
      sql`insert into rate_limits as counter (key, points, expire)
        values (${storedKey(key)}, ${Math.max(0, change)}::integer, now() + make_interval(secs => ${duration}))
        on conflict (key) do update set
          points = case when counter.expire <= now() then excluded.points else counter.points + ${change}::integer end,
          expire = case when counter.expire <= now() then excluded.expire else counter.expire end
        returning points, (extract(epoch from expire - now()) * 1000)::float8 as ms_left`,
    ),
  );
  if (!row) throw new Error("The upsert returned no row.");
  return { points: row.points, msLeft: row.ms_left };
}

function storedKey(limited: LimitedKey): string {
  const key = "key" in limited ? limited.key : keyOfLine(limited);
  return `${limited.limit}:${createHash("sha256").update(key).digest("base64url")}`;
}

function keyOfLine({ address, account }: Extract<LimitedKey, { limit: LimitByAddress }>): string {
  const line = lineOf(address ?? "unknown");
  return account === undefined ? line : `${account} ${line}`;
}
