import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roleAssignments, users } from "@/db/schema";
import { type Actor, actorId, actorName, isPerson } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { Conflict } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { recordReviewDecision } from "../access-reviews/record-review-decision";
import { loadMember, type MemberRow } from "./find-member";
import { isNotLastActiveAdmin } from "./last-admin";
import { changeMemberRoleInput, type MemberRole } from "./team-schema";

/**
 * Gives a member another role, from their next request on. The right is checked against the role they
 * have and the role they get. Setting the role they already have changes nothing.
 * @throws Conflict `ownRole` or `lastAdmin`
 */
export const changeMemberRole = defineCommand({
  name: "changeMemberRole",
  input: changeMemberRoleInput,
  locksOrganization: true,
  load: loadMember,
  requires: ({ input, subject }) => [
    { action: "update", resource: subject.role },
    { action: "create", resource: input.role },
  ],
  requiresStepUp: ({ input }) => input.role === "admin",
  async run({ actor, input, transaction, subject: before }) {
    const result = { id: before.id };
    if (before.role === input.role && input.id !== actorId(actor)) return { result, audit: [] };
    return { result, audit: [await applyRole(transaction, actor, before, input)] };
  },
});

/**
 * Gives a member another role, and tells those whom it concerns.
 * @returns what that leaves in the log
 * @throws Conflict `ownRole` or `lastAdmin`
 */
export async function applyRole(
  transaction: Transaction,
  actor: Actor,
  before: MemberRow,
  { role, reason }: { role: MemberRole; reason: string },
): Promise<AuditEntry> {
  if (before.id === actorId(actor)) throw new Conflict("ownRole");
  const [changed] = await transaction
    .update(users)
    .set({ role, version: sql`${users.version} + 1` })
    .where(and(eq(users.id, before.id), isNotLastActiveAdmin()))
    .returning({ id: users.id });
  if (!changed) throw new Conflict("lastAdmin");
  await transaction.insert(roleAssignments).values({
    organizationId: actor.organizationId,
    userId: before.id,
    role,
    reason,
    assignedBy: actorId(actor),
  });
  await recordReviewDecision(transaction, actor, before.id, "changed", reason);
  await notifyBoth(transaction, actor, before, { role, reason });
  return {
    action: "member.role-changed",
    target: { type: "user", id: before.id, name: personName(before) },
    changes: { role: { before: before.role, after: role } },
    reason,
  };
}

/** The member is notified, and the person who decided gets a confirmation. */
async function notifyBoth(
  transaction: Transaction,
  actor: Actor,
  member: MemberRow,
  { role, reason }: { role: MemberRole; reason: string },
): Promise<void> {
  if (member.status === "active") {
    await notifyUser(transaction, member, {
      template: "role-changed",
      parameters: { role, deciderName: actorName(actor), reason },
    });
  }
  if (!isPerson(actor)) return;
  const [decider] = await transaction.select().from(users).where(eq(users.id, actor.userId));
  if (!decider) return;
  await notifyUser(transaction, decider, {
    template: "role-change-noted",
    parameters: { role, memberName: personName(member), reason },
  });
}
