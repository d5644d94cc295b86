import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import type { Requirement } from "@/lib/core/access/authorize";
import type { Action } from "@/lib/core/access/matrix";
import { NotFound } from "@/lib/core/errors";
import { type MemberRole, memberRoles } from "./team-schema";

export type MemberRow = typeof users.$inferSelect & { role: MemberRole };

type OfMember = { input: { id: string }; transaction: Transaction };

/** @throws NotFound when the organization has no such admin or staff member */
export async function findMember(transaction: Transaction, id: string): Promise<MemberRow> {
  const [member] = await transaction
    .select()
    .from(users)
    .where(and(eq(users.id, id), inArray(users.role, [...memberRoles]), isNull(users.deletedAt)));
  if (!member || member.role === "user") throw new NotFound();
  return { ...member, role: member.role };
}

/** The `load` step of a use-case about the member of the input's id. */
export const loadMember = ({ input, transaction }: OfMember): Promise<MemberRow> =>
  findMember(transaction, input.id);

/** The requirement for an act on one member: the right to it on the role that they have. */
export const onMember =
  (action: Action) =>
  ({ subject }: { subject: MemberRow }): Requirement[] => [{ action, resource: subject.role }];

/** Step-up for commands that open an account with an admin's rights. */
export const isAboutAdmin = ({ subject }: { subject: MemberRow }): boolean =>
  subject.role === "admin";
