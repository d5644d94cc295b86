import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { SavingsCard } from "@/components/devices/savings-card";
import { BuildingList } from "@/components/end-users/building-list";
import { ContractList } from "@/components/end-users/contract-list";
import { endUserFacts } from "@/components/end-users/end-user-facts";
import { OwnedDevices } from "@/components/end-users/owned-devices";
import { ScheduledMoves } from "@/components/end-users/scheduled-moves";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { readParameters } from "@/lib/core/lists/list-address";
import { getEndUser } from "@/lib/customers/end-users/get-end-user";
import { readTimeline } from "@/lib/customers/end-users/read-timeline";
import { listTags } from "@/lib/customers/tags/list-tags";
import { listConnectLinks } from "@/lib/devices/connections/list-connect-links";
import { listReconnections } from "@/lib/devices/connections/list-reconnections";
import { listMoves } from "@/lib/devices/moves/scheduled-moves";
import { readRecentSavingsOfOwner } from "@/lib/devices/savings/recent-savings";
import { ConnectLinks } from "../../_connections/connect-links";
import { SendLinkForm } from "../../_connections/link-forms";
import { CaseCard } from "../../cases/case-card";
import { DiagnosisCard } from "../../diagnoses/diagnosis-card";
import { AddressOffer } from "./address-offer";
import { ArchiveForm } from "./archive-form";
import { ManageCard } from "./manage-card";
import { AddTagForm, TagChip } from "./tag-forms";
import { Timeline } from "./timeline";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("one") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EndUserPage({ params, searchParams }: Props) {
  const { actor, organization } = await requireMember();
  const t = await getTranslations("users");
  const endUser = await withErrorPages(async () => getEndUser(actor, await params));
  const userId = endUser.id;
  const { kind, before, formerAddress } = readParameters(await searchParams);
  const [tags, links, reconnections, moves, savings, timeline] = await withErrorPages(() =>
    Promise.all([
      listTags(actor, {}),
      listConnectLinks(actor, { userId }),
      listReconnections(actor, { userId }),
      listMoves(actor, { userId }),
      readRecentSavingsOfOwner(actor, { userId }),
      readTimeline.from(actor, { id: userId, kind, before }),
    ]),
  );
  return (
    <>
      <PageHeader
        title={endUser.name}
        description={endUser.email ?? endUser.externalUserId}
        crumbs={[{ label: t("title"), href: "/users" }]}
        actions={
          may(actor, "update", "end-user") && (
            <LinkButton href={`/users/${endUser.id}/edit`}>
              <Pencil aria-hidden className="size-4" />
              {t("edit")}
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex flex-col gap-4 lg:col-span-2">
          {endUser.archivedAt && (
            <Notice tone="warning">
              <div className="flex flex-wrap items-center justify-between gap-3">
                <span>
                  {t.rich("archivedNotice", {
                    since: () => <Moment value={endUser.archivedAt} />,
                  })}
                </span>
                {may(actor, "update", "end-user") && (
                  <ClientMessages namespaces={["users"]}>
                    <ArchiveForm id={endUser.id} isArchived />
                  </ClientMessages>
                )}
              </div>
            </Notice>
          )}
          {may(actor, "update", "building") && (
            <AddressOffer buildings={endUser.buildings} offered={formerAddress} />
          )}
          <LiveRefresh everyMilliseconds={10_000} />
          <ClientMessages namespaces={["connections"]}>
            <OwnedDevices
              devices={endUser.devices}
              isLinked
              reconnections={reconnections}
              actionsOf={({ id, connectionState }) =>
                may(actor, "update", "device") &&
                endUser.email !== null &&
                ["disconnected", "revoked", "error", "pending"].includes(connectionState) ? (
                  <SendLinkForm about={{ deviceId: id }} />
                ) : null
              }
            />
          </ClientMessages>
          <BuildingList
            buildings={endUser.buildings}
            isLinked
            {...(may(actor, "create", "building") && {
              createHref: `/buildings/new?user=${endUser.id}`,
            })}
          />
          <ScheduledMoves moves={moves} />
          <ContractList
            timeZone={organization.timeZone}
            contracts={endUser.contracts}
            buildings={endUser.buildings}
            isEditable={may(actor, "update", "energy-contract")}
            {...(may(actor, "create", "energy-contract") && {
              createHref: `/energy-contracts/new?user=${endUser.id}`,
            })}
          />
          <Timeline
            userId={endUser.id}
            timeline={timeline}
            kind={kind}
            mayAdd={may(actor, "create", "note")}
          />
        </div>
        <div className="flex flex-col gap-4">
          <Card title={t("profile")}>
            <DescriptionList
              items={[
                ...(await endUserFacts(endUser)),
                { label: t("created"), value: <Moment value={endUser.createdAt} as="day" /> },
                {
                  label: t("lastSeen"),
                  value: <Moment value={endUser.lastSeenAt} fallback={t("neverSeen")} />,
                },
              ]}
            />
          </Card>
          {savings.devices > 0 && <SavingsCard savings={savings} />}
          <DiagnosisCard actor={actor} userId={endUser.id} />
          <CaseCard actor={actor} userId={endUser.id} />
          <ConnectLinks
            about={{ userId: endUser.id }}
            links={links}
            mayCreate={may(actor, "update", "device") && !endUser.archivedAt}
            isMailable={endUser.email !== null}
          />
          <Card title={t("tags")}>
            <ClientMessages namespaces={["users"]}>
              <div className="flex flex-col gap-4">
                {endUser.tags.length > 0 && (
                  <ul className="flex flex-wrap gap-1.5">
                    {endUser.tags.map((tag) => (
                      <li key={tag}>
                        <TagChip id={endUser.id} tag={tag} />
                      </li>
                    ))}
                  </ul>
                )}
                <AddTagForm id={endUser.id} offered={tags} latest={endUser.tags.join("|")} />
              </div>
            </ClientMessages>
          </Card>
          <ManageCard actor={actor} endUser={endUser} />
        </div>
      </div>
    </>
  );
}
