import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { actorId, actorName } from "@/lib/core/access/actor";
import { Conflict } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { recordReviewDecision } from "../access-reviews/record-review-decision";
import { setAccessEndInput } from "./access-end-schema";
import { isAboutAdmin, loadMember, onMember } from "./find-member";
import { isNotLastActiveAdmin } from "./last-admin";
import { readAccessEnd } from "./read-access-end";

/**
 * Gives a member's access an end, moves it, or lets access last; the member is told by mail. Whose
 * access is over already gets it back by a later end.
 * @throws Conflict `ownAccount`, or `lastAdmin`: one admin's access always lasts
 * @throws Invalid when the end is past
 */
export const setAccessEnd = defineCommand({
  name: "setAccessEnd",
  input: setAccessEndInput,
  locksOrganization: true,
  load: loadMember,
  requires: onMember("update"),
  // An end that is over already gives an admin's rights back when it is moved.
  requiresStepUp: isAboutAdmin,
  async run({ actor, input, transaction, subject: before }) {
    if (input.id === actorId(actor)) throw new Conflict("ownAccount");
    const accessEndsAt = readAccessEnd(input);
    const isSame = before.accessEndsAt?.getTime() === accessEndsAt?.getTime();
    if (isSame) return { result: { id: before.id }, audit: [] };
    const [changed] = await transaction
      .update(users)
      .set({
        accessEndsAt,
        accessEndSetBy: accessEndsAt ? (actorId(actor) ?? null) : null,
        accessWarnedDays: null,
        accessEndedAt: null,
        version: sql`${users.version} + 1`,
      })
      .where(and(eq(users.id, before.id), accessEndsAt ? isNotLastActiveAdmin() : undefined))
      .returning({ id: users.id });
    if (!changed) throw new Conflict("lastAdmin");
    await recordReviewDecision(transaction, actor, before.id, "changed", input.reason);
    if (before.status === "active") {
      const common = { deciderName: actorName(actor), reason: input.reason };
      await (accessEndsAt
        ? notifyUser(transaction, before, {
            template: "access-end-set",
            parameters: {
              ...common,
              endsAt: accessEndsAt.toISOString(),
              timeZone: before.timeZone ?? input.accessTimeZone,
            },
          })
        : notifyUser(transaction, before, { template: "access-end-lifted", parameters: common }));
    }
    return {
      result: { id: before.id },
      audit: [
        {
          action: "member.access-end-set",
          target: { type: "user", id: before.id, name: personName(before) },
          changes: {
            accessEndsAt: {
              before: before.accessEndsAt?.toISOString() ?? null,
              after: accessEndsAt?.toISOString() ?? null,
            },
          },
          reason: input.reason,
        },
      ],
    };
  },
});
