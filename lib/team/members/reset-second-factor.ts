import "server-only";
import { eq } from "drizzle-orm";
import { recoveryCodes, secondFactors } from "@/db/schema";
import { actorId, actorName } from "@/lib/core/access/actor";
import { Conflict } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { defineCommand } from "@/lib/define-use-case";
import { endSessions } from "@/lib/identity/auth/end-sessions";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { loadMember, onMember } from "./find-member";
import { resetSecondFactorInput } from "./team-schema";

/**
 * Takes all second factors of a member who lost them. Their sessions end, and they are told.
 * @throws Conflict `ownAccount`, since one's own are removed in one's account
 */
export const resetSecondFactor = defineCommand({
  name: "resetSecondFactor",
  input: resetSecondFactorInput,
  load: loadMember,
  requires: onMember("update"),
  requiresStepUp: true,
  async run({ actor, input, transaction, subject: member }) {
    if (input.id === actorId(actor)) throw new Conflict("ownAccount");
    const removed = await transaction
      .delete(secondFactors)
      .where(eq(secondFactors.userId, member.id))
      .returning({ name: secondFactors.name });
    await transaction.delete(recoveryCodes).where(eq(recoveryCodes.userId, member.id));
    await endSessions(transaction, member.id, "second_factor_reset");
    await notifyUser(transaction, member, {
      template: "second-factor-reset",
      parameters: { deciderName: actorName(actor), reason: input.reason },
    });
    return {
      result: { id: member.id },
      audit: [
        {
          action: "second-factor.reset",
          target: { type: "user", id: member.id, name: personName(member) },
          changes: {
            secondFactors: { before: removed.map(({ name }) => name).join(", "), after: null },
          },
          reason: input.reason,
        },
      ],
    };
  },
});
