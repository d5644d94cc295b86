import "server-only";
import { and, eq, inArray, lt, or } from "drizzle-orm";
import { bulkActions, users } from "@/db/schema";
import type { Member, System } from "../access/actor";
import { defineCommand, defineQuery } from "../access/use-case";
import { now } from "../clock";
import { Conflict, Forbidden, Unauthenticated } from "../errors";
import { personName } from "../people/person-name";
import { z } from "../validation/problems";
import { bulkActionReference } from "./bulk-action-schema";
import { bulkEvent, enqueueWork, findBulkAction, lockBulkAction } from "./find-bulk-action";
import { workBulkAction } from "./work-bulk-action";

/** A worker goes to another job now and then, so that a large bulk action does not keep all others waiting. */
const turn = 15_000;

/** After so long without progress, a worker must have died. */
const stalledAfter = 60_000;

/** Bulk actions are forgotten after so many days, drafts after one. */
const keptDays = 90;

/**
 * Works on a bulk action in the name of whoever started it, for one turn.
 * @returns whether there is more to do
 */
export async function takeTurn(
  system: System,
  id: string,
  milliseconds = turn,
): Promise<{ isFinished: boolean }> {
  const starter = await findBulkStarter(system, { id });
  if (!starter) {
    await failBulkAction(system, { id, problem: "starterGone" });
    return { isFinished: true };
  }
  const until = Date.now() + milliseconds;
  try {
    while (Date.now() < until) {
      if ((await workBulkAction(starter, { id })).isFinished) return { isFinished: true };
    }
  } catch (error) {
    if (error instanceof Conflict) {
      await failBulkAction(system, { id, problem: error.problem });
      return { isFinished: true };
    }
    if (!(error instanceof Forbidden || error instanceof Unauthenticated)) throw error;
    // The person lost the right meanwhile; the next turn sees what they are now.
  }
  return { isFinished: false };
}

/** Whoever started a bulk action, as they are now; undefined when they may not act any more. */
export const findBulkStarter = defineQuery({
  name: "findBulkStarter",
  input: bulkActionReference,
  requires: { action: "read", resource: "housekeeping" },
  async run({ actor, input, transaction }): Promise<Member | undefined> {
    const { startedBy } = await findBulkAction(transaction, input.id);
    const [person] = await transaction.select().from(users).where(eq(users.id, startedBy));
    if (person?.status !== "active" || person.deletedAt || person.role === "user") return undefined;
    if (person.accessEndsAt && person.accessEndsAt <= now()) return undefined;
    return {
      kind: "member",
      role: person.role,
      organizationId: actor.organizationId,
      requestId: actor.requestId,
      userId: person.id,
      sessionId: input.id,
      name: personName(person),
    };
  },
});

/** Ends a bulk action that cannot go on: its person is gone, or what it does is refused. */
export const failBulkAction = defineCommand({
  name: "failBulkAction",
  input: z.object({ id: z.uuid(), problem: z.string().max(100) }),
  requires: { action: "update", resource: "housekeeping" },
  async run({ input, transaction }) {
    const bulkAction = await lockBulkAction(transaction, input.id);
    await transaction
      .update(bulkActions)
      .set({ state: "failed", problem: input.problem, finishedAt: now() })
      .where(eq(bulkActions.id, bulkAction.id));
    return { result: undefined, audit: [bulkEvent("bulk-action.failed", bulkAction)] };
  },
});

/** Goes on with bulk actions whose worker died, and forgets old ones. */
export const keepBulkActions = defineCommand({
  name: "keepBulkActions",
  input: z.object({}),
  requires: { action: "update", resource: "housekeeping" },
  async run({ transaction }) {
    const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds);
    const stalled = await transaction
      .update(bulkActions)
      .set({ workedAt: now() })
      .where(
        and(
          inArray(bulkActions.state, ["collecting", "running"]),
          lt(bulkActions.workedAt, ago(stalledAfter)),
        ),
      )
      .returning({ organizationId: bulkActions.organizationId, id: bulkActions.id });
    for (const bulkAction of stalled) await enqueueWork(transaction, bulkAction);
    await transaction
      .delete(bulkActions)
      .where(
        or(
          and(eq(bulkActions.state, "draft"), lt(bulkActions.createdAt, ago(86_400_000))),
          and(
            inArray(bulkActions.state, ["done", "cancelled", "failed"]),
            lt(bulkActions.createdAt, ago(keptDays * 86_400_000)),
          ),
        ),
      );
    return { result: { resumed: stalled.length }, audit: [] };
  },
});
