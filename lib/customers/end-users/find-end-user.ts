import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import type { RecordTarget } from "@/lib/core/audit/audit-entry";
import { NotFound } from "@/lib/core/errors";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { pick } from "@/lib/core/records/object-fields";
import { endUserFieldNames } from "./end-user-schema";

/** @throws NotFound when the organization has no such living end-user */
export async function findEndUser(transaction: Transaction, id: string) {
  const [endUser] = await transaction
    .select()
    .from(users)
    .where(and(eq(users.id, id), eq(users.role, "user"), isNull(users.deletedAt)));
  if (!endUser) throw new NotFound();
  return endUser;
}

/** An end-user as audit events name them. */
export function endUserTarget(
  endUser: Parameters<typeof personName>[0] & { id: string },
): RecordTarget {
  return { type: "end-user", id: endUser.id, name: personName(endUser) };
}

/** Those of some end-users who are there. */
export function findLivingEndUsers(transaction: Transaction, ids: string[]) {
  return transaction
    .select({
      id: users.id,
      ...nameColumns,
      archivedAt: users.archivedAt,
    })
    .from(users)
    .where(and(inArray(users.id, ids), eq(users.role, "user"), isNull(users.deletedAt)))
    .orderBy(users.id)
    .$dynamic();
}

/** The fields a person may write, as forms fill in and the audit log compares them. */
export const writableFields = (endUser: typeof users.$inferSelect) =>
  pick(endUser, endUserFieldNames);

type Position = { latitude?: number | null | undefined; longitude?: number | null | undefined };

/** Where an end-user is, in decimal degrees. */
export const positionOf = ({ latitude, longitude }: Position) => ({ latitude, longitude });

/** Whether a write sets another position than there is. */
export function isMoved(before: Position, after: Position): boolean {
  const differs = (name: keyof Position) =>
    after[name] !== undefined && after[name] !== before[name];
  return differs("latitude") || differs("longitude");
}
