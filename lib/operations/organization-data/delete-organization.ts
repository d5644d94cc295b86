import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { queryRows } from "@/db/query-rows";
import { organizations } from "@/db/schema";
import { actorId, actorName, type System } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { activeAdmins } from "@/lib/core/people/active-admins";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { requestDeletionInput } from "./deletion-schema";

/** So long an organization can be kept from being deleted, after an admin has asked for it. */
export const waitingDays = 30;

/**
 * Has the organization deleted once the waiting period is over. Every admin is told, and any of them can
 * call it off.
 * @throws Invalid when the typed confirmation is not the organization's name
 * @throws Conflict `deletionPending` when it is under way already
 */
export const requestOrganizationDeletion = defineCommand({
  name: "requestOrganizationDeletion",
  locksOrganization: true,
  input: requestDeletionInput,
  requiresStepUp: true,
  requires: { action: "update", resource: "organization-settings" },
  async run({ actor, input, transaction }) {
    const organization = await getOrganization(transaction);
    if (input.confirmation.toLowerCase() !== organization.name.toLowerCase()) {
      throw new Invalid({ confirmation: "confirmation" });
    }
    const deletionDueAt = DateTime.fromJSDate(now()).plus({ days: waitingDays }).toJSDate();
    const [requested] = await transaction
      .update(organizations)
      .set({ deletionDueAt, deletionRequestedBy: actorId(actor) })
      .where(and(eq(organizations.id, organization.id), isNull(organizations.deletionDueAt)))
      .returning({ id: organizations.id });
    if (!requested) throw new Conflict("deletionPending");
    for (const admin of await activeAdmins(transaction)) {
      await notifyUser(transaction, admin, {
        template: "organization-deletion",
        parameters: {
          deciderName: actorName(actor),
          dueAt: deletionDueAt.toISOString(),
          timeZone: admin.timeZone ?? organization.timeZone,
        },
      });
    }
    return {
      result: undefined,
      audit: [
        {
          action: "organization.deletion-requested",
          target: { type: "organization", id: organization.id, name: organization.name },
          changes: { deletionDueAt: { before: null, after: deletionDueAt.toISOString() } },
        },
      ],
    };
  },
});

/** Keeps an organization from being deleted. */
export const cancelOrganizationDeletion = defineCommand({
  name: "cancelOrganizationDeletion",
  locksOrganization: true,
  input: z.object({}),
  requires: { action: "update", resource: "organization-settings" },
  async run({ actor, transaction }) {
    const organization = await getOrganization(transaction);
    if (!organization.deletionDueAt) return { result: undefined, audit: [] };
    await transaction
      .update(organizations)
      .set({ deletionDueAt: null, deletionRequestedBy: null })
      .where(eq(organizations.id, organization.id));
    for (const admin of await activeAdmins(transaction)) {
      await notifyUser(transaction, admin, {
        template: "organization-deletion-cancelled",
        parameters: { deciderName: actorName(actor) },
      });
    }
    return {
      result: undefined,
      audit: [
        {
          action: "organization.deletion-cancelled",
          target: { type: "organization", id: organization.id, name: organization.name },
        },
      ],
    };
  },
});

/** Deletes the organization if its time has come, step by step until nothing is left. */
export async function deleteDueOrganization(actor: System): Promise<void> {
  let steps = 0;
  while ((await eraseOrganizationStep(actor, {})).erased > 0) steps++;
  if (steps > 0) log.info({ organizationId: actor.organizationId }, "organization deleted");
}

/** Deletes the next rows of an organization that is due. The database looks at the date itself. */
export const eraseOrganizationStep = defineCommand({
  name: "eraseOrganizationStep",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const [row] = await queryRows<{ erased: number }>(
      transaction,
      sql`select erase_organization_step(5000) as erased`,
    );
    return { result: { erased: row?.erased ?? 0 }, audit: [] };
  },
});
