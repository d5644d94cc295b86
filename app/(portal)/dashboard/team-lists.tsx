import { CircleCheck, UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import type { getDashboard } from "@/lib/support/dashboard/get-dashboard";
import { Lines, MoreLink, Row } from "./board-list";

type Board = Awaited<ReturnType<typeof getDashboard>>;

/** Who of the team was here last, and how much they did, for those who may read the log. */
export async function TeamActivity({ members }: { members: Board["teamActivity"] }) {
  const t = await getTranslations("dashboard");
  return (
    <Card title={t("team")} actions={<MoreLink href="/team">{t("all")}</MoreLink>} isFlush>
      {members.length === 0 ? (
        <EmptyState icon={UserRound} title={t("noTeam")} />
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {members.map(({ id, name, lastSeenAt, events }) => (
            <Row key={id} href={events === undefined ? `/team/${id}` : `/audit-log?actorId=${id}`}>
              <Lines
                first={name}
                second={events === undefined ? "" : t("events", { count: events })}
              />
              <span className="ml-auto shrink-0 text-[13px] text-ink-faint">
                <Moment value={lastSeenAt} />
              </span>
            </Row>
          ))}
        </ul>
      )}
    </Card>
  );
}

const places: Record<Board["pendingWork"][number]["kind"], string> = {
  invitations: "/team?status=invited",
  reviews: "/team/reviews",
  findings: "/settings/security",
  bulkActions: "/bulk-actions",
  imports: "/imports",
};

/** What waits for somebody. */
export async function PendingWork({ work }: { work: Board["pendingWork"] }) {
  const t = await getTranslations("dashboard");
  return (
    <Card title={t("work")} isFlush>
      {work.length === 0 ? (
        <EmptyState icon={CircleCheck} title={t("noWork")} />
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {work.map(({ kind, count }) => (
            <Row key={kind} href={places[kind]}>
              <span className="text-sm text-ink">{t(`workKinds.${kind}`, { count })}</span>
            </Row>
          ))}
        </ul>
      )}
    </Card>
  );
}
