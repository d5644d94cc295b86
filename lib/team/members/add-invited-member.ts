import "server-only";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { type Actor, actorId } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { mapUniqueViolations } from "@/lib/core/people/map-unique-violations";
import { accountOf } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { requireAllowedAddress } from "@/lib/core/people/require-allowed-address";
import type { MemberRow } from "./find-member";
import { assignRole, findNoLongerInvited, type Invited, updateInvitedMember } from "./invite-again";
import { issueInvitation } from "./issue-invitation";

/**
 * Writes the account of somebody who is invited, their role with its reason, the invitation and its mail.
 * Somebody whose earlier invitation was withdrawn or has expired keeps the account from then.
 * @returns the member's id and the link, which can be shown this once
 * @throws Invalid when the address is taken or of a domain that is not allowed
 * @throws Conflict `invitationLimit`
 */
export async function addInvitedMember(
  transaction: Transaction,
  actor: Actor,
  invited: Invited,
): Promise<{ result: { id: string; link: string }; audit: AuditEntry[] }> {
  await requireAllowedAddress(transaction, invited.email);
  const earlier = await findNoLongerInvited(transaction, invited.email);
  const { member, audit } = earlier
    ? await updateInvitedMember(transaction, actor, earlier, invited)
    : await createInvitedMember(transaction, actor, invited);
  const { link } = await issueInvitation(transaction, actor, member);
  return { result: { id: member.id, link }, audit };
}

async function createInvitedMember(
  transaction: Transaction,
  actor: Actor,
  { reason, accessEndsAt = null, ...person }: Invited,
): Promise<{ member: MemberRow; audit: AuditEntry[] }> {
  const [created] = await mapUniqueViolations(() =>
    transaction
      .insert(users)
      .values({
        ...person,
        organizationId: actor.organizationId,
        status: "invited",
        accessEndsAt,
        accessEndSetBy: accessEndsAt ? actorId(actor) : null,
      })
      .returning(),
  );
  if (!created) throw new Error("The insert returned no row.");
  const member = { ...accountOf(created), role: person.role };
  await assignRole(transaction, actor, member, reason);
  return {
    member,
    audit: [
      {
        action: "invitation.created",
        target: { type: "user", id: member.id, name: personName(member) },
        changes: {
          email: { before: null, after: member.email },
          role: { before: null, after: member.role },
          ...(accessEndsAt && {
            accessEndsAt: { before: null, after: accessEndsAt.toISOString() },
          }),
        },
        reason,
      },
    ],
  };
}
