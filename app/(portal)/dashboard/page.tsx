import { CircleCheck, MailCheck, UserRound } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { KindIcon } from "@/components/devices/kind-icon";
import { SavingsCard } from "@/components/devices/savings-card";
import { IncidentNotices } from "@/components/support/incident-notice";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { now } from "@/lib/core/clock";
import { listIncidents } from "@/lib/devices/incidents/list-incidents";
import { readFleetSavings } from "@/lib/devices/savings/fleet-savings";
import type { RecentSavings } from "@/lib/devices/savings/recent-savings";
import { getDashboard } from "@/lib/support/dashboard/get-dashboard";
import { Lines, MoreLink, Row } from "./board-list";
import { CountTile } from "./count-tile";
import { FleetCourse } from "./fleet-course";
import { GettingStarted } from "./getting-started";
import { Manufacturers, NewlyDisconnected } from "./manufacturer-lists";
import { OwnOnboarding } from "./own-onboarding";
import { PendingWork, TeamActivity } from "./team-lists";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard"))("title") };
}

export default async function DashboardPage() {
  const { actor } = await requireMember();
  const t = await getTranslations("dashboard");
  const incidents = await withErrorPages(() => listIncidents(actor, { isOpen: true }));
  const board = await withErrorPages(() => getDashboard(actor, {}));
  const savings = await withErrorPages(() => readFleetSavings(actor, {}));
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("greeting", { name: actor.name, time: await readTimeOfDay() })}
      />
      <LiveRefresh everyMilliseconds={30_000} />
      <OwnOnboarding actor={actor} />
      {incidents.length > 0 && (
        <div className="mb-4 flex flex-col gap-2">
          <IncidentNotices incidents={incidents} />
        </div>
      )}
      {board.endUsers.count === 0 ? (
        <div className="grid items-start gap-4 lg:grid-cols-3">
          <div className="min-w-0 lg:col-span-2">
            <GettingStarted actor={actor} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <PendingWork work={board.pendingWork} />
            <TeamActivity members={board.teamActivity} />
          </div>
        </div>
      ) : (
        <Board actor={actor} board={board} savings={savings} />
      )}
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

type BoardProps = {
  actor: Member;
  board: Awaited<ReturnType<typeof getDashboard>>;
  savings: RecentSavings | undefined;
};

/** The fleet, its customers and the team at a glance. */
async function Board({ actor, board, savings }: BoardProps) {
  const t = await getTranslations("dashboard");
  const devices = await getTranslations("devices");
  const hasDevices = board.devicesByKind.some(({ count }) => count > 0);
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      <Card title={t("fleet")} className="lg:col-span-3">
        <ul className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4 xl:grid-cols-7">
          <li>
            <CountTile
              href="/users"
              label={t("allEndUsers")}
              count={board.endUsers}
              icon={<UserRound aria-hidden className="size-4" />}
            />
          </li>
          {board.devicesByKind.map(({ kind, ...count }) => (
            <li key={kind}>
              <CountTile
                href={`/devices?kind=${kind}`}
                label={devices(`kinds.${kind}`)}
                count={count}
                icon={<KindIcon kind={kind} />}
              />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("connections")} className="lg:col-span-3">
        <ul className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
          {board.devicesByConnection.map(({ connection, ...count }) => (
            <li key={connection}>
              <CountTile
                href={`/devices?connection=${connection}`}
                label={devices(`connectionStates.${connection}`)}
                count={count}
              />
            </li>
          ))}
        </ul>
      </Card>
      <FleetCourse board={board} />
      <div className="flex flex-col gap-4">
        {savings && savings.devices > 0 && <SavingsCard savings={savings} />}
        <NewlyDisconnected lost={board.newlyDisconnected} />
        <PendingWork work={board.pendingWork} />
      </div>
      <Manufacturers rows={board.manufacturers} />
      <div className="min-w-0 self-start">
        <TeamActivity members={board.teamActivity} />
      </div>
      <Card
        title={t("waiting")}
        description={t("waitingHint")}
        className="self-start lg:col-span-2"
        actions={
          <MoreLink href="/devices?connection=disconnected&sort=waiting&direction=asc">
            {t("all")}
          </MoreLink>
        }
        isFlush
      >
        {board.waitingForReconnection.length === 0 ? (
          <EmptyState icon={CircleCheck} title={hasDevices ? t("noneWaiting") : t("noDevices")} />
        ) : (
          <ul className="divide-y divide-line border-t border-line">
            {board.waitingForReconnection.map((device) => (
              <Row key={device.id} href={`/devices/${device.id}`}>
                <KindIcon kind={device.kind} />
                <Lines first={`${device.manufacturer} ${device.model}`} second={device.ownerName} />
                <span className="ml-auto shrink-0 text-[13px] text-ink-faint">
                  <Moment value={device.disconnectedSince} />
                </span>
              </Row>
            ))}
          </ul>
        )}
      </Card>
      <div className="flex flex-col gap-4">
        <Card title={t("newest")} actions={<MoreLink href="/users">{t("all")}</MoreLink>} isFlush>
          {board.newestEndUsers.length === 0 ? (
            <EmptyState icon={UserRound} title={t("noEndUsers")} />
          ) : (
            <ul className="divide-y divide-line border-t border-line">
              {board.newestEndUsers.map((person) => (
                <Row key={person.id} href={`/users/${person.id}`}>
                  <Lines first={person.name} second={person.town ?? "–"} />
                  <span className="ml-auto shrink-0 text-[13px] text-ink-faint">
                    <Moment value={person.createdAt} />
                  </span>
                </Row>
              ))}
            </ul>
          )}
        </Card>
        {may(actor, "create", "staff") && (
          <Card
            title={t("pending")}
            actions={<MoreLink href="/team?status=invited">{t("all")}</MoreLink>}
            isFlush
          >
            {board.pendingInvitations.length === 0 ? (
              <EmptyState icon={MailCheck} title={t("nonePending")} />
            ) : (
              <ul className="divide-y divide-line border-t border-line">
                {board.pendingInvitations.map((invitation) => (
                  <Row key={invitation.id} href={`/team/${invitation.id}`}>
                    <Lines first={invitation.name} second={invitation.email} />
                    <span className="ml-auto shrink-0">
                      <Badge tone={invitation.isExpired ? "warning" : "info"}>
                        {invitation.isExpired ? t("expired") : t("open")}
                      </Badge>
                    </span>
                  </Row>
                ))}
              </ul>
            )}
          </Card>
        )}
      </div>
    </div>
  );
}
