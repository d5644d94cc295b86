import { UserRound } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import type { getWorkQueue } from "@/lib/support/work-queue/get-work-queue";
import { Lines, MoreLink, Row } from "./board-list";

type Queue = Awaited<ReturnType<typeof getWorkQueue>>;

/** Who of the team was here last, and how much they did, for those who may read the log. */
export async function TeamActivity({ members }: { members: Queue["teamActivity"] }) {
  const t = await getTranslations("home");
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
