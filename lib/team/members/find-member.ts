import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import type { Requirement } from "@/lib/core/access/authorize";
import type { Action } from "@/lib/core/access/matrix";
import { NotFound } from "@/lib/core/errors";
import { accountOf } from "@/lib/core/people/name-columns";
import { loadById } from "@/lib/core/use-cases/load-by-id";
import { type MemberRole, memberRoles } from "./team-schema";

export type MemberRow = ReturnType<typeof accountOf<typeof users.$inferSelect>> & {
  role: MemberRole;
};

/** @throws NotFound when the organization has no such admin or staff member */
export async function findMember(transaction: Transaction, id: string): Promise<MemberRow> {
  const [member] = await transaction
    .select()
    .from(users)
    .where(and(eq(users.id, id), inArray(users.role, [...memberRoles]), isNull(users.deletedAt)));
  if (!member || member.role === "user") throw new NotFound();
  return { ...accountOf(member), role: member.role };
}

export const loadMember = loadById(findMember);

/** The requirement for an act on one member: the right to it on the role that they have. */
export const onMember =
  (action: Action) =>
  ({ subject }: { subject: MemberRow }): Requirement[] => [{ action, resource: subject.role }];

/** Step-up for commands that open an account with an admin's rights. */
export const isAboutAdmin = ({ subject }: { subject: MemberRow }): boolean =>
  subject.role === "admin";
