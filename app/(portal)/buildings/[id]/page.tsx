import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { History } from "@/components/audit/history";
import { BuildingFacts } from "@/components/end-users/building-facts";
import { ContractList } from "@/components/end-users/contract-list";
import { OwnedDevices } from "@/components/end-users/owned-devices";
import { ScheduledMoves } from "@/components/end-users/scheduled-moves";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Disclosure } from "@/components/ui/disclosure";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { getBuilding } from "@/lib/customers/buildings/get-building";
import { listMoves } from "@/lib/devices/moves/scheduled-moves";
import { CancelMoveForm } from "./cancel-move-form";
import { DeleteBuildingForm } from "./delete-building-form";
import { MoveBuildingForm } from "./move-building-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("buildings"))("one") };
}

type Props = { params: Promise<{ id: string }> };

export default async function BuildingPage({ params }: Props) {
  const { actor, organization } = await requireMember();
  const t = await getTranslations("buildings");
  const building = await withErrorPages(async () => getBuilding(actor, await params));
  const moves = await withErrorPages(() => listMoves(actor, { buildingId: building.id }));
  return (
    <>
      <PageHeader
        title={building.name}
        description={building.owner.name}
        crumbs={[
          { label: t("title"), href: "/buildings" },
          { label: building.owner.name, href: `/users/${building.owner.id}` },
        ]}
        actions={
          may(actor, "update", "building") && (
            <LinkButton href={`/buildings/${building.id}/edit`}>
              <Pencil aria-hidden className="size-4" />
              {t("edit")}
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex flex-col gap-4 lg:col-span-2">
          <Card title={t("facts")}>
            <BuildingFacts building={building} />
          </Card>
          <OwnedDevices devices={building.devices} isLinked />
          <ContractList
            timeZone={organization.timeZone}
            contracts={building.contracts}
            buildings={[building]}
            {...(may(actor, "create", "energy-contract") && {
              createHref: `/energy-contracts/new?user=${building.owner.id}&building=${building.id}`,
            })}
            isEditable={may(actor, "update", "energy-contract")}
          />
        </div>
        <div className="flex flex-col gap-4">
          <Card title={t("belongsTo")}>
            <DescriptionList
              items={[
                {
                  label: t("owner"),
                  value: (
                    <Link
                      href={`/users/${building.owner.id}`}
                      className="text-accent hover:underline"
                    >
                      {building.owner.name}
                    </Link>
                  ),
                },
                { label: t("added"), value: <Moment value={building.createdAt} as="day" /> },
              ]}
            />
          </Card>
          <ScheduledMoves
            moves={moves}
            isOfBuilding
            action={
              may(actor, "delete", "building") && (
                <ClientMessages namespaces={["buildings"]}>
                  <CancelMoveForm id={building.id} />
                </ClientMessages>
              )
            }
          />
          <Card title={t("history")}>
            <History entries={building.history} />
          </Card>
          {may(actor, "delete", "building") && (
            <Card isFlush>
              <Disclosure title={t("move.title")}>
                <ClientMessages namespaces={["buildings"]}>
                  <MoveBuildingForm id={building.id} />
                </ClientMessages>
              </Disclosure>
              <Disclosure title={t("delete")} description={t("deleteHint")} isDangerous>
                <ClientMessages namespaces={["buildings"]}>
                  <DeleteBuildingForm id={building.id} />
                </ClientMessages>
              </Disclosure>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
