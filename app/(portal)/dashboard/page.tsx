import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { IncidentNotices } from "@/components/support/incident-notice";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { now } from "@/lib/core/clock";
import { listIncidents } from "@/lib/devices/incidents/list-incidents";
import { listOpenCases } from "@/lib/support/cases/read-cases";
import { getWorkQueue } from "@/lib/support/work-queue/get-work-queue";
import { getOwnOnboarding } from "@/lib/team/onboarding/own-onboarding";
import { Mentions, OwnCases } from "./case-lists";
import { IdleAfterReconnection, NewlyDisconnected, UnopenedLinks } from "./connection-lists";
import { ExpiringInvitations } from "./expiring-invitations";
import { GettingStarted } from "./getting-started";
import { OwnOnboarding } from "./own-onboarding";
import { PendingTasks } from "./pending-tasks";
import { TeamActivity } from "./team-activity";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

/** What the viewer has to do, the most personal first. A list that is empty is left out. */
export default async function HomePage() {
  const { actor } = await requireMember();
  const t = await getTranslations("home");
  const incidents = await withErrorPages(() => listIncidents(actor, { isOpen: true }));
  const onboarding = await withErrorPages(() => getOwnOnboarding(actor, {}));
  const cases = await withErrorPages(() => listOpenCases(actor, {}));
  const queue = await withErrorPages(() => getWorkQueue(actor, {}));
  const { mentions, newlyDisconnected, unopenedLinks, expiringInvitations, tasks } = queue;
  const { idleAfterReconnection } = queue;
  const own = [cases, mentions, newlyDisconnected, unopenedLinks, idleAfterReconnection];
  const lists = [...own, expiringInvitations, tasks, incidents];
  const isDone = onboarding === undefined && lists.every((list) => list.length === 0);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("greeting", { name: actor.name, time: await readTimeOfDay() })}
      />
      <LiveRefresh everyMilliseconds={30_000} />
      {onboarding && <OwnOnboarding steps={onboarding} />}
      {incidents.length > 0 && (
        <div className="mb-4 flex flex-col gap-2">
          <IncidentNotices incidents={incidents} />
        </div>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
          {!queue.hasCustomers && <GettingStarted actor={actor} />}
          {queue.hasCustomers && isDone && (
            <Card>
              <EmptyState icon={CircleCheck} title={t("caughtUp")} />
            </Card>
          )}
          {cases.length > 0 && <OwnCases cases={cases} />}
          {mentions.length > 0 && <Mentions mentions={mentions} />}
          {newlyDisconnected.length > 0 && <NewlyDisconnected devices={newlyDisconnected} />}
          {unopenedLinks.length > 0 && <UnopenedLinks links={unopenedLinks} />}
          {idleAfterReconnection.length > 0 && (
            <IdleAfterReconnection devices={idleAfterReconnection} />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {expiringInvitations.length > 0 && (
            <ExpiringInvitations invitations={expiringInvitations} />
          )}
          {tasks.length > 0 && <PendingTasks tasks={tasks} />}
          <TeamActivity members={queue.teamActivity} />
        </div>
      </div>
    </>
  );
}

/** The time of day in the reader's time zone, for the greeting. */
async function readTimeOfDay(): Promise<"morning" | "afternoon" | "evening"> {
  const format = await getFormatter();
  const hour = Number(format.dateTime(now(), { hour: "2-digit", hourCycle: "h23" }).slice(0, 2));
  if (hour < 4 || hour >= 18) return "evening";
  return hour < 12 ? "morning" : "afternoon";
}
