import { UserRound } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { KindIcon } from "@/components/devices/kind-icon";
import { SavingsCard } from "@/components/devices/savings-card";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { readFleetSavings } from "@/lib/devices/savings/fleet-savings";
import { getFleet } from "@/lib/support/fleet/get-fleet";
import { Lines, MoreLink, Row } from "../dashboard/board-list";
import { CountTile } from "./count-tile";
import { FleetCourse } from "./fleet-course";
import { Manufacturers, NewlyDisconnected } from "./manufacturer-lists";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fleet"))("title") };
}

/** How the devices of the organization are doing. */
export default async function FleetPage() {
  const { actor } = await requireMember();
  const t = await getTranslations("fleet");
  const devices = await getTranslations("devices");
  const fleet = await withErrorPages(() => getFleet(actor, {}));
  const savings = await withErrorPages(() => readFleetSavings(actor, {}));
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <LiveRefresh everyMilliseconds={30_000} />
      <div className="grid gap-4 lg:grid-cols-3">
        <Card title={t("connections")} className="lg:col-span-3">
          <ul className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
            {fleet.devicesByConnection.map(({ connection, ...count }) => (
              <li key={connection}>
                <CountTile
                  href={`/devices?connection=${connection}`}
                  label={devices(`connectionStates.${connection}`)}
                  count={count}
                />
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t("records")} className="lg:col-span-3">
          <ul className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4 xl:grid-cols-7">
            <li>
              <CountTile
                href="/users"
                label={t("allEndUsers")}
                count={fleet.endUsers}
                icon={<UserRound aria-hidden className="size-4" />}
              />
            </li>
            {fleet.devicesByKind.map(({ kind, ...count }) => (
              <li key={kind}>
                <CountTile
                  href={`/devices?kind=${kind}`}
                  label={devices(`kinds.${kind}`)}
                  count={count}
                  icon={<KindIcon kind={kind} />}
                />
              </li>
            ))}
          </ul>
        </Card>
        <FleetCourse fleet={fleet} />
        <div className="flex flex-col gap-4">
          {savings && savings.devices > 0 && <SavingsCard savings={savings} />}
          <NewlyDisconnected lost={fleet.newlyDisconnected} />
        </div>
        <Manufacturers rows={fleet.manufacturers} />
        <Card
          title={t("newest")}
          actions={<MoreLink href="/users">{t("all")}</MoreLink>}
          className="self-start"
          isFlush
        >
          {fleet.newestEndUsers.length === 0 ? (
            <EmptyState icon={UserRound} title={t("noEndUsers")} />
          ) : (
            <ul className="divide-y divide-line border-t border-line">
              {fleet.newestEndUsers.map((person) => (
                <Row key={person.id} href={`/users/${person.id}`}>
                  <Lines first={person.name} second={person.town ?? "–"} />
                  <span className="ml-auto shrink-0 text-[13px] text-ink-faint">
                    <Moment value={person.createdAt} />
                  </span>
                </Row>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </>
  );
}
