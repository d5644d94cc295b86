import { CircleCheck, Search } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { KindIcon } from "@/components/devices/kind-icon";
import { IncidentList } from "@/components/support/incident-list";
import { IncidentNotices } from "@/components/support/incident-notice";
import { buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { readParameters } from "@/lib/core/lists/list-address";
import { listIncidents } from "@/lib/devices/incidents/list-incidents";
import { listWaitingDevices } from "@/lib/support/dashboard/get-dashboard";
import { findCustomers } from "@/lib/support/search/find-customers";
import { Lines, MoreLink, Row } from "../dashboard/board-list";
import { FoundCustomers } from "./found-customers";
import { OwnCases } from "./own-cases";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("support"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a call begins: who is it, and what is going on. */
export default async function SupportPage({ searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("support");
  const incidents = await getTranslations("incidents");
  const { search: words = "" } = readParameters(await searchParams);
  const recent = await withErrorPages(() => listIncidents(actor, {}));
  const found = words ? await withErrorPages(() => findCustomers(actor, words)) : undefined;
  const waiting = await withErrorPages(() => listWaitingDevices(actor, {}));
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <LiveRefresh everyMilliseconds={30_000} />
      <div className="flex flex-col gap-4">
        <IncidentNotices incidents={recent.filter(({ closedAt }) => closedAt === null)} />
        <Card>
          {/* biome-ignore lint/a11y/useSemanticElements: the element is younger than some browsers in use */}
          <form role="search" className="flex flex-wrap gap-2">
            <input
              type="search"
              name="search"
              defaultValue={words}
              aria-label={t("search")}
              placeholder={t("search")}
              autoComplete="off"
              className="h-10 min-w-64 flex-1 rounded-lg border border-line-strong bg-surface px-3.5 text-[15px] text-ink placeholder:text-ink-faint"
            />
            <button type="submit" className={buttonClasses({ tone: "primary" })}>
              <Search aria-hidden className="size-4" />
              {t("find")}
            </button>
          </form>
          {found && (
            <ClientMessages namespaces={["diagnosis"]}>
              <FoundCustomers customers={found} />
            </ClientMessages>
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
