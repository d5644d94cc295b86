import { getTranslations } from "next-intl/server";
import { CasePriorityBadge, CaseStateBadge } from "@/components/support/case-badges";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import type { listOpenCases } from "@/lib/support/cases/read-cases";
import type { getWorkQueue } from "@/lib/support/work-queue/get-work-queue";
import { Lines, MoreLink, Row } from "./board-list";

type OwnCasesProps = { cases: Awaited<ReturnType<typeof listOpenCases>> };

/** The cases that are assigned to the viewer, the most urgent first. */
export async function OwnCases({ cases }: OwnCasesProps) {
  const t = await getTranslations("home");
  return (
    <Card
      title={t("cases")}
      actions={<MoreLink href="/cases?assignee=me">{t("all")}</MoreLink>}
      isFlush
    >
      <ul className="divide-y divide-line border-t border-line">
        {cases.map(
          ({ id, number, subject, customer, state, priority, createdAt, isReadyToClose }) => (
            <Row key={id} href={`/cases/${id}`}>
              <Lines
                first={`#${number} ${subject}`}
                second={
                  <>
                    {customer && `${customer.name} · `}
                    <Moment value={createdAt} />
                  </>
                }
              />
              <span className="ml-auto flex shrink-0 gap-1.5">
                {priority !== "normal" && <CasePriorityBadge priority={priority} />}
                {isReadyToClose ? (
                  <Badge tone="success">{t("readyToClose")}</Badge>
                ) : (
                  <CaseStateBadge state={state} />
                )}
              </span>
            </Row>
          ),
        )}
      </ul>
    </Card>
  );
}

type MentionsProps = { mentions: Awaited<ReturnType<typeof getWorkQueue>>["mentions"] };

/** Where a colleague mentioned the viewer and waits for an answer. */
export async function Mentions({ mentions }: MentionsProps) {
  const t = await getTranslations("home");
  return (
    <Card title={t("mentions")} isFlush>
      <ul className="divide-y divide-line border-t border-line">
        {mentions.map(({ id, caseId, number, subject, authorName, createdAt }) => (
          <Row key={id} href={`/cases/${caseId}`}>
            <Lines
              first={t("mentionedBy", { name: authorName })}
              second={`#${number} ${subject}`}
            />
            <span className="ml-auto shrink-0 text-[13px] text-ink-faint">
              <Moment value={createdAt} />
            </span>
          </Row>
        ))}
      </ul>
    </Card>
  );
}
