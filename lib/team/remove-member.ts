import "server-only";
import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { actorId } from "../access/actor";
import { defineCommand } from "../access/use-case";
import { endSessions } from "../auth/end-sessions";
import { Conflict, Invalid } from "../errors";
import { personName } from "../people/person-name";
import { findMember } from "./find-member";
import { closeOpenInvitation } from "./issue-invitation";
import { isNotLastActiveAdmin } from "./last-admin";
import { removeMemberInput } from "./team-schema";

/**
 * Takes a member out for good: sessions end at once, an open invitation dies, the address is free for
 * a new invitation. The record stays for the audit log.
 * @throws Invalid when the typed confirmation is not the member's address
 * @throws Conflict `ownAccount` or `lastAdmin`
 */
export const removeMember = defineCommand({
  name: "removeMember",
  input: removeMemberInput,
  locksOrganization: true,
  provesIdentity: true,
  requires: async ({ input, transaction }) => {
    const member = await findMember(transaction, input.id);
    return [{ action: "delete", resource: member.role }];
  },
  async run({ actor, input, transaction }) {
    if (input.id === actorId(actor)) throw new Conflict("ownAccount");
    const member = await findMember(transaction, input.id);
    if (input.confirmation.toLowerCase() !== member.email.toLowerCase()) {
      throw new Invalid({ confirmation: "confirmation" });
    }
    const [removed] = await transaction
      .update(users)
      .set({ deletedAt: new Date(), passwordHash: null })
      .where(and(eq(users.id, member.id), isNotLastActiveAdmin()))
      .returning({ id: users.id });
    if (!removed) throw new Conflict("lastAdmin");
    await closeOpenInvitation(transaction, member.id, "removed");
    const ended = await endSessions(transaction, member.id, "removed");
    return {
      result: { id: member.id },
      audit: [
        {
          action: "member.removed",
          target: { type: "user", id: member.id, name: personName(member) },
          changes: {
            role: { before: member.role, after: null },
            openSessions: { before: ended, after: 0 },
          },
        },
      ],
    };
  },
});
