import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";

/** The admins of an organization who can act today, by name. */
export function activeAdmins(transaction: Transaction) {
  return transaction
    .select()
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.status, "active"), isNull(users.deletedAt)))
    .orderBy(asc(users.sortName));
}
