import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { prepareDeparture } from "@/lib/team/members/read-departures";
import { DepartureForm } from "./departure-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("departure") };
}

type Props = { params: Promise<{ id: string }> };

/** Everything that hangs on a member, and the one step that settles all of it. */
export default async function DeparturePage({ params }: Props) {
  const { actor } = await requireMember();
  if (!may(actor, "delete", "staff")) forbidden();
  const t = await getTranslations("team");
  const member = await withErrorPages(async () => prepareDeparture(actor, await params));
  const { ownedResources } = member;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={t("departureOf", { name: member.name })}
        description={member.email}
        crumbs={[
          { label: t("title"), href: "/team" },
          { label: member.name, href: `/team/${member.id}` },
        ]}
      />
      <Notice tone="warning">{t("departureWarning")}</Notice>
      <Card title={t("ownedResources")} description={t("ownedResourcesHint")}>
        <DescriptionList
          items={[
            {
              label: t("ownedClients"),
              value: ownedResources.clients.map(({ name }) => name).join(", "),
            },
            {
              label: t("seenSecrets"),
              value: [
                ...ownedResources.seenClients,
                ...ownedResources.seenWebhooks,
                ...(ownedResources.hasSeenStreamSecret ? [t("auditStream")] : []),
              ].join(", "),
            },
            { label: t("openCases"), value: ownedResources.openCases },
            { label: t("savedViews"), value: ownedResources.savedViews },
            { label: t("grantedAccessEnds"), value: ownedResources.accessEnds },
            { label: t("openSessions"), value: ownedResources.sessions },
            { label: t("secondFactors"), value: ownedResources.secondFactors },
            { label: t("personalTokens"), value: ownedResources.personalTokens },
          ]}
        />
      </Card>
      <Card title={t("remove")}>
        <ClientMessages namespaces={["team"]}>
          <DepartureForm id={member.id} email={member.email} successors={member.successors} />
        </ClientMessages>
      </Card>
    </div>
  );
}
