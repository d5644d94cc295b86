import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { organizations, roleAssignments, users } from "@/db/schema";
import { actorId, actorName } from "../access/actor";
import { defineCommand } from "../access/use-case";
import { Conflict } from "../errors";
import { queueMail } from "../mail/queue-mail";
import { personName } from "../people/person-name";
import { findMember } from "./find-member";
import { isNotLastActiveAdmin } from "./last-admin";
import { changeMemberRoleInput } from "./team-schema";

/**
 * Gives a member another role, from their next request on. The right is checked against the role they
 * have and the role they get. Setting the role they already have changes nothing.
 * @throws Conflict `ownRole` or `lastAdmin`
 */
export const changeMemberRole = defineCommand({
  name: "changeMemberRole",
  input: changeMemberRoleInput,
  locksOrganization: true,
  requires: async ({ input, transaction }) => {
    const member = await findMember(transaction, input.id);
    return [
      { action: "update", resource: member.role },
      { action: "create", resource: input.role },
    ];
  },
  async run({ actor, input, transaction }) {
    if (input.id === actorId(actor)) throw new Conflict("ownRole");
    const before = await findMember(transaction, input.id);
    if (before.role === input.role) return { result: { id: before.id }, audit: [] };
    const [changed] = await transaction
      .update(users)
      .set({ role: input.role, version: sql`${users.version} + 1` })
      .where(and(eq(users.id, before.id), isNotLastActiveAdmin()))
      .returning({ id: users.id });
    if (!changed) throw new Conflict("lastAdmin");
    await transaction.insert(roleAssignments).values({
      organizationId: actor.organizationId,
      userId: before.id,
      role: input.role,
      reason: input.reason,
      assignedBy: actorId(actor),
    });
    const [organization] = await transaction.select().from(organizations);
    if (before.status === "active" && organization) {
      await queueMail(transaction, {
        organizationId: actor.organizationId,
        user: before,
        language: before.language ?? organization.defaultLanguage,
        template: "role-changed",
        parameters: {
          organizationName: organization.name,
          recipientName: personName(before),
          role: input.role,
          deciderName: actorName(actor),
          reason: input.reason,
        },
      });
    }
    return {
      result: { id: before.id },
      audit: [
        {
          action: "member.role-changed",
          target: { type: "user", id: before.id, name: personName(before) },
          changes: { role: { before: before.role, after: input.role } },
          reason: input.reason,
        },
      ],
    };
  },
});
