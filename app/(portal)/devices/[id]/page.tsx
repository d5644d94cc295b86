import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { History } from "@/components/audit/history";
import { ConnectionBadge } from "@/components/devices/connection-badge";
import { ConnectionHistory } from "@/components/devices/connection-history";
import { DeviceCharts } from "@/components/devices/device-charts";
import { DeviceFacts } from "@/components/devices/device-facts";
import { commonFields, connectionFieldsOf } from "@/components/devices/device-fields";
import { DeviceOwner } from "@/components/devices/device-owner";
import { DroppedValues } from "@/components/devices/dropped-values";
import { SavingsCard } from "@/components/devices/savings-card";
import { IncidentNotices } from "@/components/support/incident-notice";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/core/access/authorize";
import { listConnectLinks } from "@/lib/devices/connections/list-connect-links";
import { isOptimizedNow } from "@/lib/devices/connections/reconnection";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import { getDevice } from "@/lib/devices/devices/get-device";
import { readRecentDeviceSavings } from "@/lib/devices/savings/recent-savings";
import { chartRanges } from "@/lib/devices/telemetry/chart-ranges";
import { listConnectionChanges } from "@/lib/devices/telemetry/list-readings";
import { readDeviceCharts } from "@/lib/devices/telemetry/read-charts";
import { ConnectLinks } from "../../_connections/connect-links";
import { EndConnectionForm, SendLinkForm } from "../../_connections/link-forms";
import { CaseCard } from "../../cases/case-card";
import { DiagnosisCard } from "../../diagnoses/diagnosis-card";
import { StepForm } from "../../diagnoses/diagnosis-forms";
import { ConnectionNotice } from "./connection-notice";
import { DeleteDeviceForm, DeviceSettingsForm } from "./device-forms";
import { DeviceSettings } from "./device-settings";
import { LiveValues } from "./live-values";
import { OptimizationPause } from "./optimization-pause";
import { ReconnectionNotice } from "./reconnection-notice";
import { VehicleBoost } from "./vehicle-boost";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("devices"))("one") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ range?: string | string[] }>;
};

/** Readings come by the minute; somebody who looks on sees them soon after. */
const refreshMilliseconds = 10_000;

export default async function DevicePage({ params, searchParams }: Props) {
  const { actor } = await requireMember();
  const t = await getTranslations("devices");
  const connecting = await getTranslations("connections");
  const { id } = await params;
  const asked = (await searchParams).range;
  const range = chartRanges.find((offered) => offered === asked) ?? "day";
  const device = await withErrorPages(() => getDevice(actor, { id }));
  const [charts, changes, links, savings] = await Promise.all([
    readDeviceCharts(actor, { id, range }),
    listConnectionChanges(actor, { id }),
    listConnectLinks(actor, { deviceId: id }),
    readRecentDeviceSavings(actor, { id }),
  ]);
  const mayUpdate = may(actor, "update", "device");
  const canBeControlled = isControllable(device.kind);
  const offersOptimization = canBeControlled && !isOptimizedNow(device);
  return (
    <ClientMessages
      namespaces={["devices", "deviceFields", "languages", "connections", "diagnosis"]}
    >
      <LiveRefresh everyMilliseconds={refreshMilliseconds} />
      <PageHeader
        title={`${device.manufacturer} ${device.model}`}
        description={`${t(`kinds.${device.kind}`)}${device.modelYear ? ` · ${device.modelYear}` : ""}`}
        badge={<ConnectionBadge state={device.connectionState} />}
        crumbs={[{ label: t("title"), href: "/devices" }]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
          {device.incident && <IncidentNotices incidents={[device.incident]} />}
          <ConnectionNotice
            device={device}
            action={
              mayUpdate && device.owner?.email != null ? (
                <SendLinkForm
                  about={{ deviceId: device.id }}
                  label="sendReconnectionLink"
                  offersOptimization={offersOptimization}
                />
              ) : null
            }
          />
          <ReconnectionNotice
            device={device}
            action={mayUpdate && <StepForm step="resumeOptimization" deviceId={device.id} />}
          />
          <DroppedValues values={device.droppedValues} />
          <LiveValues device={device} />
          <DeviceCharts id={device.id} range={range} charts={charts} />
          <DeviceSettings device={device} mayUpdate={mayUpdate} />
          {canBeControlled && (
            <Card title={t("optimization")}>
              <DeviceFacts fields={commonFields.optimization} values={device} />
            </Card>
          )}
          <Card title={t(`consumptionOf.${device.kind}`)}>
            <DeviceFacts fields={commonFields.consumption} values={device} />
          </Card>
          {canBeControlled && <SavingsCard savings={savings} />}
          <Card title={t("connection")}>
            <DeviceFacts fields={connectionFieldsOf(device.kind)} values={device} />
          </Card>
          <ConnectionHistory changes={changes} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <DeviceOwner device={device} />
          <DiagnosisCard actor={actor} userId={device.userId} deviceId={device.id} />
          <CaseCard actor={actor} userId={device.userId} deviceId={device.id} />
          <ConnectLinks
            about={{ deviceId: device.id }}
            links={links}
            mayCreate={mayUpdate}
            isMailable={device.owner?.email != null}
            offersOptimization={offersOptimization}
          />
          {mayUpdate && device.kind === "electric_vehicle" && <VehicleBoost device={device} />}
          {mayUpdate && (
            <Card title={t("settings")}>
              <DeviceSettingsForm
                id={device.id}
                version={device.version}
                comment={device.comment}
                isSmartOptimizationActive={
                  canBeControlled ? device.isSmartOptimizationActive : undefined
                }
                buildingId={device.building?.id ?? null}
                buildings={device.buildings}
              />
            </Card>
          )}
          {mayUpdate && device.isSmartOptimizationActive && (
            <OptimizationPause id={device.id} until={device.pausePowerUntil} />
          )}
          <Card title={t("history")}>
            <History entries={device.history} />
          </Card>
          {mayUpdate && device.isAuthenticated && (
            <Card isFlush>
              <Disclosure title={connecting("end")} description={connecting("endHint")} isDangerous>
                <EndConnectionForm id={device.id} />
              </Disclosure>
            </Card>
          )}
          {may(actor, "delete", "device") && (
            <Card isFlush>
              <Disclosure title={t("delete")} description={t("deleteHint")} isDangerous>
                <DeleteDeviceForm id={device.id} model={device.model} />
              </Disclosure>
            </Card>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
