import "server-only";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { users } from "@/db/schema";
import { actorName } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { loadMember, onMember } from "../members/find-member";
import { memberReference } from "../members/team-schema";
import { readOnboarding } from "./read-onboarding";

const day = 86_400_000;

/**
 * Reminds a member by mail of the steps that are still open. Once a day at most.
 * @throws Conflict `nudgedRecently`, `nothingToNudge`, or `notActive` for a member who has not joined yet:
 *   they are sent their invitation again instead
 */
export const nudgeMember = defineCommand({
  name: "nudgeMember",
  input: memberReference,
  load: loadMember,
  requires: onMember("update"),
  async run({ actor, transaction, subject: member }) {
    if (member.status !== "active") throw new Conflict("notActive");
    const steps = (await readOnboarding(transaction, [member.id])).get(member.id) ?? [];
    const open = steps.filter((step) => !step.isDone);
    if (open.length === 0) throw new Conflict("nothingToNudge");
    const nudged = await transaction
      .update(users)
      .set({ onboardingNudgedAt: now() })
      .where(
        and(
          eq(users.id, member.id),
          or(
            isNull(users.onboardingNudgedAt),
            lt(users.onboardingNudgedAt, new Date(now().getTime() - day)),
          ),
        ),
      )
      .returning({ id: users.id });
    if (nudged.length === 0) throw new Conflict("nudgedRecently");
    await notifyUser(transaction, member, {
      template: "onboarding-nudge",
      parameters: { deciderName: actorName(actor), openSteps: open.length },
    });
    return {
      result: { id: member.id },
      audit: [
        {
          action: "onboarding.nudged",
          target: { type: "user", id: member.id, name: personName(member) },
        },
      ],
    };
  },
});
