import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";

/** Locks those of some end-users who are there. @returns their records, by id */
export async function lockEndUsers(transaction: Transaction, ids: string[]) {
  const locked = await transaction
    .select()
    .from(users)
    .where(and(inArray(users.id, ids), eq(users.role, "user"), isNull(users.deletedAt)))
    // In one order, so that two who change many people do not wait for each other.
    .orderBy(asc(users.id))
    .for("no key update");
  return new Map(locked.map((endUser) => [endUser.id, endUser]));
}
