import "server-only";
import { and, eq, inArray, lt, or } from "drizzle-orm";
import { bulkActions } from "@/db/schema";
import type { Member, System } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { personOfJob } from "../jobs/person-of-job";
import { stalledAfter, takeTurn } from "../jobs/take-turn";
import { bulkActionReference } from "./bulk-action-schema";
import { bulkEvent, enqueueWork, findBulkAction, lockBulkAction } from "./find-bulk-action";
import { workBulkAction } from "./work-bulk-action";

/** Days after which bulk actions are deleted; drafts after one day. */
const keptDays = 90;

/** Works on a bulk action in the name of the person who started it, for one turn. */
export async function workOnBulkAction(
  system: System,
  id: string,
  milliseconds?: number,
): Promise<{ isFinished: boolean }> {
  const job = {
    person: await findBulkStarter(system, { id }),
    work: (person: Member) => workBulkAction(person, { id }),
    fail: (problem: string) => failBulkAction(system, { id, problem }),
  };
  return takeTurn(job, milliseconds);
}

/** The person who started a bulk action, as they are now; undefined when they may not act any more. */
export const findBulkStarter = defineQuery({
  name: "findBulkStarter",
  input: bulkActionReference,
  requires: { action: "read", resource: "maintenance" },
  async run({ actor, input, transaction }): Promise<Member | undefined> {
    const { startedBy } = await findBulkAction(transaction, input.id);
    return personOfJob(transaction, actor, startedBy, input.id);
  },
});

/** Ends a bulk action that cannot go on: its person is gone, or what it does is refused. */
export const failBulkAction = defineCommand({
  name: "failBulkAction",
  input: z.object({ id: z.uuid(), problem: z.string().max(100) }),
  requires: { action: "update", resource: "maintenance" },
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
export const resumeStalledBulkActions = defineCommand({
  name: "resumeStalledBulkActions",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
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
