import "server-only";
import { and, eq, exists, gt, inArray, isNull, not, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { invitations, roleAssignments, users } from "@/db/schema";
import { type Actor, actorId } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { mapUniqueViolations } from "@/lib/core/people/map-unique-violations";
import { personName } from "@/lib/core/people/person-name";
import { applyRole } from "./change-member-role";
import { findMember, type MemberRow } from "./find-member";
import { type MemberRole, memberRoles } from "./team-schema";

export type Invited = {
  email: string;
  firstName: string | null;
  lastName: string | null;
  role: MemberRole;
  reason: string;
  externalUserId?: string | null;
  accessEndsAt?: Date | null;
};

/** The person with the address whose invitation was withdrawn or has expired. */
export async function findNoLongerInvited(
  transaction: Transaction,
  email: string,
): Promise<MemberRow | undefined> {
  const openInvitation = transaction
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.organizationId, users.organizationId),
        eq(invitations.userId, users.id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, sql`now()`),
      ),
    );
  const [person] = await transaction
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.emailNormalized, sql`lower(${email})`),
        inArray(users.role, [...memberRoles]),
        eq(users.status, "invited"),
        isNull(users.deletedAt),
        not(exists(openInvitation)),
      ),
    );
  return person && findMember(transaction, person.id);
}

/**
 * Makes the record of somebody who was invited before say what the new invitation says. What it
 * leaves out stays as it was.
 * @throws Invalid when the external id belongs to another
 */
export async function updateInvitedMember(
  transaction: Transaction,
  actor: Actor,
  before: MemberRow,
  { reason, role, accessEndsAt = null, ...person }: Invited,
): Promise<{ member: MemberRow; audit: AuditEntry[] }> {
  const audit: AuditEntry[] = [];
  if (role === before.role) await assignRole(transaction, actor, before, reason);
  else audit.push(await applyRole(transaction, actor, before, { role, reason }));
  await mapUniqueViolations(() =>
    transaction
      .update(users)
      .set({
        email: person.email,
        firstName: person.firstName ?? before.firstName,
        lastName: person.lastName ?? before.lastName,
        externalUserId: person.externalUserId ?? before.externalUserId,
        accessEndsAt,
        accessEndSetBy: accessEndsAt ? (actorId(actor) ?? null) : null,
        accessWarnedDays: null,
        accessEndedAt: null,
        version: sql`${users.version} + 1`,
      })
      .where(eq(users.id, before.id)),
  );
  const member = await findMember(transaction, before.id);
  return {
    member,
    audit: [
      ...audit,
      {
        action: "invitation.created",
        target: { type: "user", id: member.id, name: personName(member) },
        changes: changesBetween(shownOf(before), shownOf(member)),
        reason,
      },
    ],
  };
}

/** Keeps the role that a member is invited with, and why. */
export async function assignRole(
  transaction: Transaction,
  actor: Actor,
  { id, role }: MemberRow,
  reason: string,
): Promise<void> {
  await transaction.insert(roleAssignments).values({
    organizationId: actor.organizationId,
    userId: id,
    role,
    reason,
    assignedBy: actorId(actor),
  });
}

const shownOf = ({ email, firstName, lastName, externalUserId, accessEndsAt }: MemberRow) => ({
  email,
  firstName,
  lastName,
  externalUserId,
  accessEndsAt: accessEndsAt?.toISOString() ?? null,
});
