import "server-only";
import type { Task, TaskList } from "graphile-worker";
import { type System, systemActor } from "@/lib/core/access/actor";
import { environment } from "@/lib/core/env";
import { forEveryOrganization } from "@/lib/core/organizations/every-organization";
import { z } from "@/lib/core/validation/problems";
import { giveBackAccess } from "@/lib/devices/connections/give-back-access";
import { readAccount } from "@/lib/devices/connections/read-accounts";
import { maintainConnections, writeDeviceSettings } from "@/lib/devices/connections/write-settings";
import { updatePrices } from "@/lib/devices/prices/update-prices";
import { updateFleetSavings } from "@/lib/devices/savings/fleet-savings";
import { maintainReadingPartitions } from "@/lib/devices/telemetry/telemetry-maintenance";
import { readPhoneNumbers } from "@/lib/identity/account/read-phone-numbers";
import { deleteExpiredLimits } from "@/lib/identity/auth/rate-limits";
import { remindOfInvoices } from "@/lib/organization/billing/invoice-reminders";
import { issueDueInvoices } from "@/lib/organization/billing/issue-invoices";
import { meterOrganization } from "@/lib/organization/billing/meter-devices";
import { applyRetention } from "@/lib/organization/settings/apply-retention";
import { publishAuditHead } from "@/lib/platform/audit/publish-audit-head";
import { sendMailJob, sendQueuedMail } from "@/lib/platform/mail/send-queued-mail";
import { deliverWebhooks } from "@/lib/platform/webhooks/deliver-webhooks";
import { remindOfAccessReview } from "@/lib/team/access-reviews/access-review-reminders";
import { startDueAccessReview } from "@/lib/team/access-reviews/start-access-review";
import { suspendInactiveMembers } from "@/lib/team/members/suspend-inactive-members";
import { workOnBulkAction } from "../bulk-actions/resume-bulk-actions";
import { workOnImport } from "../imports/resume-imports";
import { type MinuteTask, minuteTasks, runMinuteTask, runMinuteTaskOf } from "./minute-tasks";
import { refreshSearchOfAll } from "./refresh-search";
import { type RunningWorker, runWorker } from "./run-worker";

/** So many expired counters are deleted in one transaction. */
const LIMITS_AT_ONCE = 5000;

/** A job about one record of an organization. */
const recordJob = z.object({ organizationId: z.uuid(), id: z.uuid() });

/** A job for an organization as a whole. */
const organizationJob = z.object({ organizationId: z.uuid() });

/** A job that runs in turns: it queues itself again until it is finished. */
const inTurns =
  (
    task: string,
    what: string,
    work: (system: System, id: string) => Promise<{ isFinished: boolean }>,
  ): Task =>
  async (payload, { job, addJob }) => {
    const { organizationId, id } = recordJob.parse(payload);
    const { isFinished } = await work(systemActor(organizationId, `job-${job.id}`), id);
    if (!isFinished) await addJob(task, { organizationId, id }, { jobKey: `${what}-${id}` });
  };

/** The calendar asks for what is due in all organizations; a job can ask for one organization's part of it. */
const everyMinute =
  (task: MinuteTask): Task =>
  async (payload, { job }) => {
    const { organizationId } = organizationJob.partial().parse(payload);
    const requestId = `job-${job.id}`;
    if (organizationId) await runMinuteTaskOf(organizationId, task, requestId);
    else await runMinuteTask(task, requestId);
  };

const minuteTaskNames = Object.keys(minuteTasks) as MinuteTask[];

export const workerTasks: TaskList = {
  ...Object.fromEntries(minuteTaskNames.map((task) => [task, everyMinute(task)])),
  "send-mail": async (payload, { job }) => {
    await sendQueuedMail(sendMailJob.parse(payload), {
      isLast: job.attempts >= job.max_attempts,
      requestId: `job-${job.id}`,
    });
  },
  "deliver-webhooks": async (payload, { job }) => {
    const { organizationId } = organizationJob.parse(payload);
    await deliverWebhooks(systemActor(organizationId, `job-${job.id}`));
  },
  "read-account": async (payload, { job }) => {
    const { organizationId, id } = recordJob.parse(payload);
    await readAccount(systemActor(organizationId, `job-${job.id}`), id);
  },
  "write-device-settings": async (payload, { job }) => {
    const { organizationId, id } = recordJob.parse(payload);
    await writeDeviceSettings(systemActor(organizationId, `job-${job.id}`), id);
  },
  "give-back-access": async (payload, { job }) => {
    const { organizationId, id } = recordJob.parse(payload);
    await giveBackAccess(systemActor(organizationId, `job-${job.id}`), id);
  },
  "work-bulk-action": inTurns("work-bulk-action", "bulk-action", workOnBulkAction),
  "work-import": inTurns("work-import", "import", workOnImport),
  "keep-access-right": (_, { job }) =>
    forEveryOrganization(`job-${job.id}`, async (actor) => {
      await suspendInactiveMembers(actor, {});
      await startDueAccessReview(actor, {});
      await remindOfAccessReview(actor, {});
    }),
  "meter-devices": (_, { job }) => forEveryOrganization(`job-${job.id}`, meterOrganization),
  "keep-billing": (_, { job }) =>
    forEveryOrganization(`job-${job.id}`, async (actor) => {
      await issueDueInvoices(actor, {});
      await remindOfInvoices(actor, {});
    }),
  "keep-retention": async (_, { job }) => {
    while ((await deleteExpiredLimits(LIMITS_AT_ONCE)) === LIMITS_AT_ONCE);
    await forEveryOrganization(`job-${job.id}`, async (actor) => {
      await applyRetention(actor);
      await maintainConnections(actor, {});
      while ((await readPhoneNumbers(actor, {})).isMore);
      await refreshSearchOfAll(actor);
    });
  },
  "keep-reading-months": (_, { job }) =>
    forEveryOrganization(`job-${job.id}`, (actor) => maintainReadingPartitions(actor, {})),
  "update-prices": (_, { job }) => updatePrices(`job-${job.id}`),
  "update-fleet-savings": (_, { job }) => forEveryOrganization(`job-${job.id}`, updateFleetSavings),
  "publish-audit-heads": (_, { job }) =>
    forEveryOrganization(`job-${job.id}`, (actor) => publishAuditHead(actor, {})),
};

/**
 * Scheduled jobs, in UTC. A task of the minute that takes longer than a minute waits for itself, once: by its
 * key the next one takes the place of the one that waits.
 */
const crontab = `
${minuteTaskNames.map((task) => `* * * * * ${task} ?max=1&queue=${task}&jobKey=${task}`).join("\n")}
30 6 * * * keep-access-right ?fill=1d
20 11 * * * meter-devices ?fill=12h
40 4 * * * keep-billing ?fill=1d
40 2 * * * keep-retention ?fill=1d
50 2 * * * keep-reading-months ?fill=2d
25 11-22 * * * update-prices ?fill=12h&max=5&jobKey=update-prices
10 1 * * * update-fleet-savings ?fill=12h
10 3 * * * publish-audit-heads ?fill=1d
`;

/** Starts working off the queue. Failed jobs come back after growing pauses. */
export async function startWorker(): Promise<RunningWorker> {
  const { DATABASE_OWNER_URL, DATABASE_URL } = environment();
  return runWorker(DATABASE_OWNER_URL ?? DATABASE_URL, workerTasks, crontab);
}
