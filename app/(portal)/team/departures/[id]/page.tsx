import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getDeparture } from "@/lib/team/members/read-departures";
import { HandoverSummary } from "./handover-summary";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("departure") };
}

type Props = { params: Promise<{ id: string }> };

/** The summary to keep of how somebody left; it prints without the frame around it. */
export default async function DepartureSummaryPage({ params }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("team");
  const roles = await getTranslations("roles");
  const departure = await withErrorPages(async () => getDeparture(actor, await params));
  const { clientsToRotate } = departure;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={t("departureOf", { name: departure.memberName })}
        description={departure.memberEmail}
        crumbs={[
          { label: t("title"), href: "/team" },
          { label: t("departures"), href: "/team/departures" },
        ]}
      />
      {clientsToRotate.length > 0 && (
        <Notice tone="warning">{t("rotateNow", { clients: clientsToRotate.join(", ") })}</Notice>
      )}
      {departure.isAuditStreamToRotate && <Notice tone="warning">{t("rotateStreamNow")}</Notice>}
      <Card title={t("handover")}>
        <HandoverSummary departure={departure} />
      </Card>
      <Card title={t("summary")}>
        <DescriptionList
          items={[
            { label: t("leftOn"), value: <Moment value={departure.createdAt} as="exact" /> },
            { label: t("role"), value: roles(departure.role) },
            { label: t("removeReason"), value: departure.reason },
            { label: t("decidedBy"), value: departure.decidedByName },
            { label: t("endedSessions"), value: departure.endedSessions },
            { label: t("removedSecondFactors"), value: departure.removedSecondFactors },
            { label: t("revokedPersonalTokens"), value: departure.revokedPersonalTokens },
            { label: t("clientsToRotate"), value: clientsToRotate.join(", ") },
          ]}
        />
      </Card>
    </div>
  );
}
