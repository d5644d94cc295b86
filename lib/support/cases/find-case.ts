import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { cases, users } from "@/db/schema";
import type { RecordTarget } from "@/lib/core/audit/audit-entry";
import { Invalid, NotFound } from "@/lib/core/errors";

/** @throws NotFound when the organization has no such case */
export async function findCase(transaction: Transaction, id: string) {
  const [found] = await transaction.select().from(cases).where(eq(cases.id, id));
  if (!found) throw new NotFound();
  return found;
}

/** A case as audit events name it. */
export function caseTarget(found: { id: string; number: number; subject: string }): RecordTarget {
  return { type: "case", id: found.id, name: `#${found.number} ${found.subject}` };
}

/** Somebody of the team who is there. @throws Invalid at the field that names somebody else */
export async function findColleague(
  transaction: Transaction,
  id: string,
  field: string,
  roles: ("admin" | "staff")[] = ["admin", "staff"],
) {
  const [colleague] = await transaction
    .select()
    .from(users)
    .where(
      and(
        eq(users.id, id),
        inArray(users.role, roles),
        eq(users.status, "active"),
        isNull(users.deletedAt),
      ),
    );
  if (!colleague) throw new Invalid({ [field]: "choice" });
  return colleague;
}
