import "server-only";
import { defineCommand } from "@/lib/define-use-case";
import { addInvitedMember } from "./add-invited-member";
import { readAccessEnd } from "./read-access-end";
import { inviteAdminInput, inviteTeamMemberInput } from "./team-schema";

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
  requiresStepUp: ({ input }) => input.role === "admin",
  run({ actor, input, transaction }) {
    const { email, firstName, lastName, role, reason, externalUserId } = input;
    const person = { email, firstName, lastName, role, reason, externalUserId };
    return addInvitedMember(transaction, actor, { ...person, accessEndsAt: readAccessEnd(input) });
  },
});

/**
 * Invites an admin for the operator of Wattdesk: the first, or one more where nobody who could invite
 * is left.
 * @returns the link, to be shown once
 * @throws Invalid when the address is taken or of a domain that is not allowed
 */
export const inviteAdminForOperator = defineCommand({
  name: "inviteAdminForOperator",
  input: inviteAdminInput,
  locksOrganization: true,
  requires: { action: "update", resource: "maintenance" },
  run: ({ actor, input, transaction }) =>
    addInvitedMember(transaction, actor, {
      ...input,
      role: "admin",
      reason: "Invited by the operator",
    }),
});
