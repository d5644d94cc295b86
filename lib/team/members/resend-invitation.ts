import "server-only";
import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { mapUniqueViolations } from "@/lib/core/people/map-unique-violations";
import { personName } from "@/lib/core/people/person-name";
import { requireAllowedAddress } from "@/lib/core/people/require-allowed-address";
import { defineCommand } from "@/lib/define-use-case";
import { findMember, isAboutAdmin, loadMember, onMember } from "./find-member";
import { issueInvitation } from "./issue-invitation";
import { correctInvitationInput, memberReference } from "./team-schema";

/**
 * Sends a fresh invitation of seven days, from expired and revoked too. The old link dies.
 * @returns the link, which can be shown this once
 * @throws Conflict `alreadyAccepted` or `invitationLimit`
 */
export const resendInvitation = defineCommand({
  name: "resendInvitation",
  input: memberReference,
  locksOrganization: true,
  load: loadMember,
  requires: onMember("create"),
  requiresStepUp: isAboutAdmin,
  async run({ actor, transaction, subject: member }) {
    if (member.status !== "invited") throw new Conflict("alreadyAccepted");
    const { link } = await issueInvitation(transaction, actor, member);
    return {
      result: { id: member.id, link },
      audit: [
        {
          action: "invitation.resent",
          target: { type: "user", id: member.id, name: personName(member) },
        },
      ],
    };
  },
});

/**
 * Puts an invited person's address right and sends the invitation there. The link to the wrong
 * address dies at once.
 * @returns the link, which can be shown this once
 * @throws Conflict `alreadyAccepted` or `invitationLimit`
 * @throws Invalid when the address is taken or of a domain that is not allowed
 */
export const correctInvitationAddress = defineCommand({
  name: "correctInvitationAddress",
  input: correctInvitationInput,
  locksOrganization: true,
  load: loadMember,
  requires: ({ subject }) => [
    { action: "create", resource: subject.role },
    { action: "update", resource: subject.role },
  ],
  requiresStepUp: isAboutAdmin,
  async run({ actor, input, transaction, subject: before }) {
    if (before.status !== "invited") throw new Conflict("alreadyAccepted");
    await requireAllowedAddress(transaction, input.email);
    await mapUniqueViolations(() =>
      transaction
        .update(users)
        .set({ email: input.email })
        .where(and(eq(users.id, before.id), eq(users.status, "invited"))),
    );
    const member = await findMember(transaction, input.id);
    const { link } = await issueInvitation(transaction, actor, member);
    return {
      result: { id: member.id, link },
      audit: [
        {
          action: "member.address-corrected",
          target: { type: "user", id: member.id, name: personName(member) },
          changes: { email: { before: before.email, after: member.email } },
        },
      ],
    };
  },
});
