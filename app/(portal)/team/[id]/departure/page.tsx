import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { ClientMessages } from "@/app/_request/client-messages";
import { requireMember } from "@/app/_request/viewer";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access/authorize";
import { prepareDeparture } from "@/lib/team/read-departures";
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
  const member = await answeringRefusals(async () => prepareDeparture(actor, await params));
  const { belongings } = member;
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
      <Card title={t("belongings")} description={t("belongingsHint")}>
        <DescriptionList
          items={[
            {
              label: t("ownedClients"),
              value: belongings.clients.map(({ name }) => name).join(", "),
            },
            {
              label: t("seenSecrets"),
              value: [
                ...belongings.seenClients,
                ...belongings.seenWebhooks,
                ...(belongings.hasSeenStreamSecret ? [t("auditStream")] : []),
              ].join(", "),
            },
            { label: t("openCases"), value: belongings.openCases },
            { label: t("savedViews"), value: belongings.savedViews },
            { label: t("grantedAccessEnds"), value: belongings.accessEnds },
            { label: t("openSessions"), value: belongings.sessions },
            { label: t("secondFactors"), value: belongings.secondFactors },
            { label: t("personalTokens"), value: belongings.personalTokens },
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
