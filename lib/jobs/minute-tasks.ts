import "server-only";
import type { System } from "../access/actor";
import { deliverAuditEvents } from "../audit-stream/deliver-audit-events";
import { keepBulkActions } from "../bulk-actions/keep-bulk-actions";
import { readDueAccounts } from "../connections/read-accounts";
import { remindOfReconnection } from "../connections/remind-of-reconnection";
import { environment } from "../env";
import { keepImports } from "../imports/keep-imports";
import { watchManufacturers } from "../incidents/watch-manufacturers";
import { foldListCounts } from "../lists/fold-list-counts";
import { carryOutDeletion } from "../organization-data/delete-organization";
import { watchForSuspicion } from "../security/watch-for-suspicion";
import { keepSimulating } from "../simulator/keep-simulating";
import { carryOutAccessEnds, warnOfAccessEnds } from "../team/keep-access-ends";
import { keepFleetHour } from "../telemetry/keep-telemetry";
import { watchForSilence } from "../telemetry/watch-for-silence";
import { deliverWebhooks } from "../webhooks/deliver-webhooks";
import { forOrganizations, listDueOrganizations, type Work } from "./every-organization";

type Step = {
  work: Work;
  act: (actor: System) => Promise<unknown>;
  /** It waits for other people's servers most of the time, so that more organizations are worked on at once. */
  isRemote?: true;
  /** Whether this installation does it at all. */
  isWanted?: () => boolean;
};

const ORGANIZATIONS_AT_ONCE = 4;
const REMOTE_ORGANIZATIONS_AT_ONCE = 16;

const isSimulated = (wanted: "all" | "sandboxes") => () =>
  environment().SIMULATED_ORGANIZATIONS === wanted;

/** What is done every minute: the steps of a task follow each other, since one can make work for the next. */
export const minuteTasks = {
  "keep-time": [
    {
      work: "access-ends",
      act: async (actor) => {
        await carryOutAccessEnds(actor, {});
        await warnOfAccessEnds(actor, {});
      },
    },
    { work: "suspicion", act: (actor) => watchForSuspicion(actor, {}) },
    { work: "list-counts", act: (actor) => foldListCounts(actor, {}) },
    { work: "bulk-actions", act: (actor) => keepBulkActions(actor, {}) },
    { work: "imports", act: (actor) => keepImports(actor, {}) },
    { work: "deletion", act: carryOutDeletion },
  ],
  "keep-fleet": [
    { work: "simulated", act: keepSimulating, isWanted: isSimulated("all") },
    { work: "simulated-sandboxes", act: keepSimulating, isWanted: isSimulated("sandboxes") },
    { work: "fleet-hour", act: (actor) => keepFleetHour(actor, {}) },
  ],
  "stream-audit-events": [{ work: "audit-stream", act: deliverAuditEvents, isRemote: true }],
  "read-due-accounts": [{ work: "accounts", act: readDueAccounts, isRemote: true }],
  "watch-connections": [
    { work: "silence", act: (actor) => watchForSilence(actor, {}) },
    { work: "manufacturers", act: (actor) => watchManufacturers(actor, {}) },
    { work: "reminders", act: (actor) => remindOfReconnection(actor, {}) },
  ],
  "retry-webhooks": [{ work: "webhooks", act: deliverWebhooks, isRemote: true }],
} satisfies Record<string, Step[]>;

export type MinuteTask = keyof typeof minuteTasks;

/**
 * Does a task of the minute for those organizations that have something due. How long it takes depends on what is
 * due, not on how many organizations there are.
 * @returns how often an organization was visited
 */
export async function runMinuteTask(task: MinuteTask, requestId: string): Promise<number> {
  let visits = 0;
  for (const step of wantedSteps(task)) {
    const ids = await listDueOrganizations(step.work);
    const atOnce = step.isRemote ? REMOTE_ORGANIZATIONS_AT_ONCE : ORGANIZATIONS_AT_ONCE;
    await forOrganizations(ids, requestId, step.act, atOnce);
    visits += ids.length;
  }
  return visits;
}

/** Does a task of the minute for one organization, whatever is due. */
export async function runMinuteTaskOf(
  organizationId: string,
  task: MinuteTask,
  requestId: string,
): Promise<void> {
  for (const step of wantedSteps(task)) {
    await forOrganizations([organizationId], requestId, step.act);
  }
}

const wantedSteps = (task: MinuteTask): Step[] =>
  (minuteTasks[task] as Step[]).filter(({ isWanted }) => isWanted?.() ?? true);
