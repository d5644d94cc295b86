import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type ListPageProps, parseListAddress } from "@/app/_server/parse-list-address";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { ListToolbar } from "@/components/data-table/list-toolbar";
import { KindIcon } from "@/components/devices/kind-icon";
import { IncidentList } from "@/components/support/incident-list";
import { IncidentNotices } from "@/components/support/incident-notice";
import { buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { listIncidents } from "@/lib/devices/incidents/list-incidents";
import { MIN_SEARCH_LENGTH, searchCustomersInput } from "@/lib/support/search/search-customers";
import { listWaitingDevices } from "@/lib/support/work-queue/get-work-queue";
import { Lines, MoreLink, Row } from "../dashboard/board-list";
import { FoundCustomersOf } from "./found-customers";
import { OwnCases } from "./own-cases";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("support"))("title") };
}

/** Where a call begins: who is it, and what is going on. */
export default async function SupportPage(props: ListPageProps) {
  const { actor } = await requireMember();
  const t = await getTranslations("support");
  const incidents = await getTranslations("incidents");
  const { parameters, input } = await parseListAddress(searchCustomersInput, props);
  const recent = await withErrorPages(() => listIncidents(actor, {}));
  const waiting = await withErrorPages(() => listWaitingDevices(actor, {}));
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <LiveRefresh everyMilliseconds={30_000} />
      <div className="flex flex-col gap-4">
        <IncidentNotices incidents={recent.filter(({ closedAt }) => closedAt === null)} />
        <Card isFlush>
          <ListToolbar parameters={parameters} filters={[]} searchLabel={t("search")}>
            <button
              type="submit"
              className={cn(buttonClasses({ tone: "primary", size: "small" }), "h-9")}
            >
              {t("find")}
            </button>
          </ListToolbar>
          {input.search.length >= MIN_SEARCH_LENGTH && (
            <FoundCustomersOf actor={actor} input={input} parameters={parameters} />
          )}
        </Card>
        <div className="grid items-start gap-4 lg:grid-cols-3">
          <OwnCases actor={actor} />
          <Card
            title={t("waiting")}
            actions={
              <MoreLink href="/devices?connection=disconnected&sort=waiting&direction=asc">
                {t("allWaiting")}
              </MoreLink>
            }
            isFlush
          >
            {waiting.length === 0 ? (
              <EmptyState icon={CircleCheck} title={t("noneWaiting")} />
            ) : (
              <ul className="divide-y divide-line border-t border-line">
                {waiting.map((device) => (
                  <Row key={device.id} href={`/devices/${device.id}`}>
                    <KindIcon kind={device.kind} />
                    <Lines
                      first={`${device.manufacturer} ${device.model}`}
                      second={device.ownerName}
                    />
                    <span className="ml-auto shrink-0 text-[13px] text-ink-faint">
                      <Moment value={device.disconnectedSince} />
                    </span>
                  </Row>
                ))}
              </ul>
            )}
          </Card>
          <Card title={incidents("title")}>
            <IncidentList incidents={recent.slice(0, 5)} />
          </Card>
        </div>
      </div>
    </>
  );
}
