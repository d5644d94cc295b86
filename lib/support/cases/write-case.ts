import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { caseDevices, cases } from "@/db/schema";
import { actorId, actorName } from "@/lib/core/access/actor";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { Invalid, VersionConflict } from "@/lib/core/errors";
import { findEndUser } from "@/lib/customers/end-users/find-end-user";
import { defineCommand } from "@/lib/define-use-case";
import { findDevice } from "@/lib/devices/devices/find-device";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { createCaseInput, updateCaseInput } from "./case-schema";
import { caseTarget, findCase, findColleague } from "./find-case";
import { addEntry } from "./write-entry";

/**
 * Opens a case. Its number is the next of the organization.
 * @throws Invalid when the device is another customer's, or the assignee not of the team
 */
export const createCase = defineCommand({
  name: "createCase",
  input: createCaseInput,
  requires: () => [
    { action: "create", resource: "case" },
    { action: "read", resource: "end-user" },
  ],
  // Numbers have no gaps and no duplicates: cases are opened one after another.
  locksOrganization: true,
  async run({ actor, input, transaction }) {
    const { deviceId, note, ...fields } = input;
    const device = deviceId ? await findDevice(transaction, deviceId) : undefined;
    const userId = fields.userId ?? device?.userId ?? null;
    if (userId) await findEndUser(transaction, userId);
    if (device && device.userId !== userId) throw new Invalid({ deviceId: "choice" });
    const assignee = fields.assigneeId
      ? await findColleague(transaction, fields.assigneeId, "assigneeId")
      : undefined;
    const [last] = await transaction
      .select({ number: sql<number>`coalesce(max(${cases.number}), 0)::int` })
      .from(cases);
    const [made] = await transaction
      .insert(cases)
      .values({
        organizationId: actor.organizationId,
        ...fields,
        userId,
        number: (last?.number ?? 0) + 1,
        createdBy: actorId(actor) ?? null,
        createdByName: actorName(actor),
        createdAt: now(),
      })
      .returning();
    if (!made) throw new Error("The insert returned no row.");
    if (device) {
      await transaction
        .insert(caseDevices)
        .values({ organizationId: actor.organizationId, caseId: made.id, deviceId: device.id });
    }
    if (note) {
      await addEntry(transaction, actor, made.id, { kind: "note", body: note });
    }
    if (assignee && assignee.id !== actorId(actor)) {
      await notifyAssignee(transaction, assignee, actorName(actor), made);
    }
    return {
      result: { id: made.id, number: made.number },
      audit: [
        {
          action: "case.created",
          target: caseTarget(made),
          changes: changesBetween({}, { subject: made.subject, priority: made.priority }),
        },
      ],
    };
  },
});

/**
 * Changes a case: who cares for it, how urgent it is, whether it is solved.
 * @throws VersionConflict when another wrote since the given version was read
 */
export const updateCase = defineCommand({
  name: "updateCase",
  input: updateCaseInput,
  requires: { action: "update", resource: "case" },
  async run({ actor, input, transaction }) {
    const { id, version, ...fields } = input;
    const before = await findCase(transaction, id);
    const assignee =
      fields.assigneeId && fields.assigneeId !== before.assigneeId
        ? await findColleague(transaction, fields.assigneeId, "assigneeId")
        : undefined;
    const isSolved = fields.state === "solved";
    const [after] = await transaction
      .update(cases)
      .set({
        ...fields,
        solvedAt: isSolved ? (before.solvedAt ?? now()) : null,
        version: sql`${cases.version} + 1`,
      })
      .where(and(eq(cases.id, id), eq(cases.version, version)))
      .returning();
    if (!after) throw new VersionConflict(await findCase(transaction, id), fields);
    if (assignee && assignee.id !== actorId(actor)) {
      await notifyAssignee(transaction, assignee, actorName(actor), after);
    }
    const changes = changesBetween(before, fields);
    return {
      result: { id },
      audit:
        Object.keys(changes).length > 0
          ? [{ action: "case.updated", target: caseTarget(after), changes }]
          : [],
    };
  },
});

async function notifyAssignee(
  transaction: Transaction,
  assignee: Awaited<ReturnType<typeof findColleague>>,
  deciderName: string,
  { id, number, subject }: { id: string; number: number; subject: string },
): Promise<void> {
  const parameters = { deciderName, number, subject, caseId: id };
  await notifyUser(transaction, assignee, { template: "case-assigned", parameters });
}
