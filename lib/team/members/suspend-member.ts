import "server-only";
import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { actorId } from "@/lib/core/access/actor";
import { Conflict } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { defineCommand } from "@/lib/define-use-case";
import { endSessions } from "@/lib/identity/auth/end-sessions";
import { recordReviewDecision } from "../access-reviews/record-review-decision";
import { isAboutAdmin, loadMember, onMember } from "./find-member";
import { isNotLastActiveAdmin } from "./last-admin";
import { memberReference, suspendMemberInput } from "./team-schema";

/**
 * Locks a member out until reactivated; all their sessions end at once.
 * @throws Conflict `ownAccount`, `notActive` or `lastAdmin`
 */
export const suspendMember = defineCommand({
  name: "suspendMember",
  input: suspendMemberInput,
  locksOrganization: true,
  load: loadMember,
  requires: onMember("update"),
  async run({ actor, input, transaction, subject: member }) {
    if (input.id === actorId(actor)) throw new Conflict("ownAccount");
    if (member.status !== "active") throw new Conflict("notActive");
    const [suspended] = await transaction
      .update(users)
      .set({ status: "suspended" })
      .where(and(eq(users.id, member.id), isNotLastActiveAdmin()))
      .returning({ id: users.id });
    if (!suspended) throw new Conflict("lastAdmin");
    await recordReviewDecision(transaction, actor, member.id, "suspended", input.reason);
    const ended = await endSessions(transaction, member.id, "suspended");
    return {
      result: { id: member.id },
      audit: [
        {
          action: "member.suspended",
          target: { type: "user", id: member.id, name: personName(member) },
          changes: {
            status: { before: "active", after: "suspended" },
            openSessions: { before: ended, after: 0 },
          },
          reason: input.reason,
        },
      ],
    };
  },
});

/** @throws Conflict `notSuspended` */
export const reactivateMember = defineCommand({
  name: "reactivateMember",
  input: memberReference,
  locksOrganization: true,
  load: loadMember,
  requires: onMember("update"),
  requiresStepUp: isAboutAdmin,
  async run({ transaction, subject: member }) {
    if (member.status !== "suspended") throw new Conflict("notSuspended");
    await transaction.update(users).set({ status: "active" }).where(eq(users.id, member.id));
    return {
      result: { id: member.id },
      audit: [
        {
          action: "member.reactivated",
          target: { type: "user", id: member.id, name: personName(member) },
          changes: { status: { before: "suspended", after: "active" } },
        },
      ],
    };
  },
});
