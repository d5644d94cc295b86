import "server-only";
import { createHash } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema";
import { database } from "@/lib/core/database";
import { lineOf } from "./client-address";

const REMEMBERED_DAYS = 90;

/** Prefix of the keys, which lie beside the counters of limits and expire like these. */
const prefix = "known-network";

/** Remembers that the right password of an account was given from an address. */
export async function rememberNetwork(account: string, address: string): Promise<void> {
  await database().outsideOrganizations((transaction) =>
    transaction
      .insert(rateLimits)
      .values({ key: storedKey(account, address), points: 1, expire: expiry })
      .onConflictDoUpdate({ target: rateLimits.key, set: { expire: expiry } }),
  );
}

/** Whether somebody with the account's password came from there within the last 90 days. */
export async function isKnownNetwork(account: string, address: string): Promise<boolean> {
  const rows = await database().outsideOrganizations((transaction) =>
    transaction
      .select({ key: rateLimits.key })
      .from(rateLimits)
      .where(
        and(eq(rateLimits.key, storedKey(account, address)), gt(rateLimits.expire, sql`now()`)),
      ),
  );
  return rows.length > 0;
}

const expiry = sql`now() + make_interval(days => ${sql.raw(String(REMEMBERED_DAYS))})`;

function storedKey(account: string, address: string): string {
  const hash = createHash("sha256")
    .update(`${account} ${lineOf(address)}`)
    .digest("base64url");
  return `${prefix}:${hash}`;
}
