import "server-only";
import { Conflict } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { defineCommand } from "@/lib/define-use-case";
import { loadMember, onMember } from "./find-member";
import { closeOpenInvitation } from "./issue-invitation";
import { memberReference } from "./team-schema";

/**
 * Ends an invitation: its link stops working. The person stays on the list and can be invited again.
 * @throws Conflict `noOpenInvitation`
 */
export const revokeInvitation = defineCommand({
  name: "revokeInvitation",
  input: memberReference,
  locksOrganization: true,
  load: loadMember,
  requires: onMember("delete"),
  async run({ transaction, subject: member }) {
    const wasOpen = await closeOpenInvitation(transaction, member.id, "revoked");
    if (!wasOpen) throw new Conflict("noOpenInvitation");
    return {
      result: { id: member.id },
      audit: [
        {
          action: "invitation.revoked",
          target: { type: "user", id: member.id, name: personName(member) },
        },
      ],
    };
  },
});
