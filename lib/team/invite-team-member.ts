import "server-only";
import { roleAssignments, users } from "@/db/schema";
import { actorId } from "../access/actor";
import { defineCommand } from "../access/use-case";
import { namingTakenFields } from "../people/naming-taken-fields";
import { personName } from "../people/person-name";
import { issueInvitation } from "./issue-invitation";
import { readAccessEnd } from "./read-access-end";
import { requireAllowedAddress } from "./require-allowed-address";
import { inviteTeamMemberInput } from "./team-schema";

/**
 * Invites a colleague: the account in state "invited", its role with the reason, the invitation and
 * its mail, in one transaction.
 * @returns the new member's id and the link, which can be shown this once
 * @throws Invalid when the address is taken or of a domain that is not allowed
 * @throws Conflict `invitationLimit`
 */
export const inviteTeamMember = defineCommand({
  name: "inviteTeamMember",
  input: inviteTeamMemberInput,
  locksOrganization: true,
  requires: ({ input }) => [{ action: "create", resource: input.role }],
  async run({ actor, input, transaction }) {
    const { email, firstName, lastName, role, reason, externalUserId } = input;
    const person = { email, firstName, lastName, role, externalUserId };
    const accessEndsAt = readAccessEnd(input);
    await requireAllowedAddress(transaction, person.email);
    const [created] = await namingTakenFields(() =>
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
    const member = { ...created, role: person.role };
    await transaction.insert(roleAssignments).values({
      organizationId: actor.organizationId,
      userId: member.id,
      role: member.role,
      reason,
      assignedBy: actorId(actor),
    });
    const { link } = await issueInvitation(transaction, actor, member);
    return {
      result: { id: member.id, link },
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
  },
});
