import "server-only";
import type { System } from "@/lib/core/access/actor";
import { environment } from "@/lib/core/env";
import {
  forOrganizations,
  listDueOrganizations,
  type Work,
} from "@/lib/core/organizations/every-organization";
import { readDueAccounts } from "@/lib/devices/connections/read-accounts";
import { remindOfReconnection } from "@/lib/devices/connections/remind-of-reconnection";
import { watchManufacturers } from "@/lib/devices/incidents/watch-manufacturers";
import { performMoves } from "@/lib/devices/moves/perform-moves";
import { runSimulator } from "@/lib/devices/simulator/run-simulator";
import { recordFleetHour } from "@/lib/devices/telemetry/telemetry-maintenance";
import { watchForSilence } from "@/lib/devices/telemetry/watch-for-silence";
import { watchForSuspicion } from "@/lib/identity/suspicious-activity/watch-for-suspicion";
import { foldListCounts } from "@/lib/operations/jobs/fold-list-counts";
import { deliverAuditEvents } from "@/lib/platform/audit-stream/deliver-audit-events";
import { deliverWebhooks } from "@/lib/platform/webhooks/deliver-webhooks";
import { expireAccess, warnOfAccessEnds } from "@/lib/team/members/expire-access";
import { resumeStalledBulkActions } from "../bulk-actions/resume-bulk-actions";
import { resumeStalledImports } from "../imports/resume-imports";
import { deleteDueOrganization } from "../organization-data/delete-organization";

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
        await expireAccess(actor, {});
        await warnOfAccessEnds(actor, {});
      },
    },
    { work: "suspicion", act: (actor) => watchForSuspicion(actor, {}) },
    { work: "list-counts", act: (actor) => foldListCounts(actor, {}) },
    { work: "bulk-actions", act: (actor) => resumeStalledBulkActions(actor, {}) },
    { work: "imports", act: (actor) => resumeStalledImports(actor, {}) },
    { work: "moves", act: performMoves },
    { work: "deletion", act: deleteDueOrganization },
  ],
  "keep-fleet": [
    { work: "simulated", act: runSimulator, isWanted: isSimulated("all") },
    { work: "simulated-sandboxes", act: runSimulator, isWanted: isSimulated("sandboxes") },
    { work: "fleet-hour", act: (actor) => recordFleetHour(actor, {}) },
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

/** Does a task of the minute for one organization, due or not. */
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
