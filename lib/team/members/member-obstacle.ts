import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { type Actor, actorId } from "@/lib/core/access/actor";
import type { MemberRow } from "./find-member";

/** Why the actor can change neither role nor status of a member, nor remove them; undefined where nothing forbids it. */
export async function findObstacle(
  transaction: Transaction,
  actor: Actor,
  member: MemberRow,
): Promise<"ownAccount" | "lastAdmin" | undefined> {
  if (await isLastAdmin(transaction, member)) return "lastAdmin";
  return member.id === actorId(actor) ? "ownAccount" : undefined;
}

/** Whether a member is the last active admin whose access does not expire. */
async function isLastAdmin(transaction: Transaction, member: MemberRow): Promise<boolean> {
  if (member.role !== "admin" || member.status !== "active" || member.accessEndsAt) return false;
  const [otherAdmin] = await transaction
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.role, "admin"),
        eq(users.status, "active"),
        isNull(users.deletedAt),
        isNull(users.accessEndsAt),
        ne(users.id, member.id),
      ),
    )
    .limit(1);
  return otherAdmin === undefined;
}
