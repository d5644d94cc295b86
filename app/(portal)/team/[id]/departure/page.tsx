import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { prepareDeparture } from "@/lib/team/members/read-departures";
import { DepartureForm } from "./departure-form";
import { EndingAccess } from "./ending-access";
import { describeHandovers } from "./handovers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("departure") };
}

type Props = { params: Promise<{ id: string }> };

/** Everything that a member owns, and the one step that hands it over and removes them. */
export default async function DeparturePage({ params }: Props) {
  const { actor } = await requireMember();
  if (!may(actor, "delete", "staff")) forbidden();
  const t = await getTranslations("team");
  const member = await withErrorPages(async () => prepareDeparture(actor, await params));
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
      {member.obstacle ? (
        <Notice>{t(`obstacles.${member.obstacle}`)}</Notice>
      ) : (
        <>
          <Notice tone="warning">{t("departureWarning")}</Notice>
          <ClientMessages namespaces={["team"]}>
            <DepartureForm
              id={member.id}
              handovers={await describeHandovers(member)}
              stepUp={member.stepUp}
            >
              <EndingAccess member={member} />
            </DepartureForm>
          </ClientMessages>
        </>
      )}
    </div>
  );
}
