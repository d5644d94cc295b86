import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { DeviceCharts } from "@/components/devices/device-charts";
import { DeviceFacts } from "@/components/devices/device-facts";
import { commonFields } from "@/components/devices/device-fields";
import { DeviceOwner } from "@/components/devices/device-owner";
import { DroppedValues } from "@/components/devices/dropped-values";
import { SavingsCard } from "@/components/devices/savings-card";
import { VehicleBoost } from "@/components/devices/vehicle-boost";
import { IncidentNotices } from "@/components/support/incident-notice";
import { Card } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { may } from "@/lib/core/access/authorize";
import { isOptimizedNow } from "@/lib/devices/connections/reconnection";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import { getDevice } from "@/lib/devices/devices/get-device";
import { readRecentDeviceSavings } from "@/lib/devices/savings/recent-savings";
import { chartRanges } from "@/lib/devices/telemetry/chart-ranges";
import { readDeviceCharts } from "@/lib/devices/telemetry/read-charts";
import { NewLinkForm } from "../../_connections/link-forms";
import { CaseCard } from "../../cases/case-card";
import { DiagnosisCard } from "../../diagnoses/diagnosis-card";
import { StepForm } from "../../diagnoses/diagnosis-forms";
import { setBoostAction } from "../actions";
import { ConnectionNotice } from "./connection-notice";
import { DeviceFrame } from "./device-frame";
import { LiveValues } from "./live-values";
import { ReconnectionNotice } from "./reconnection-notice";

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
  const { id } = await params;
  const asked = (await searchParams).range;
  const range = chartRanges.find((offered) => offered === asked) ?? "day";
  const device = await withErrorPages(() => getDevice(actor, { id }));
  const [charts, savings] = await Promise.all([
    readDeviceCharts(actor, { id, range }),
    readRecentDeviceSavings(actor, { id }),
  ]);
  const mayUpdate = may(actor, "update", "device");
  const canBeControlled = isControllable(device.kind);
  return (
    <ClientMessages namespaces={["devices", "languages", "connections", "diagnosis"]}>
      <LiveRefresh everyMilliseconds={refreshMilliseconds} />
      <DeviceFrame device={device} current="overview">
        <div className="grid items-start gap-4 lg:grid-cols-3">
          <div className="flex min-w-0 flex-col gap-4 lg:col-span-2">
            {device.incident && <IncidentNotices incidents={[device.incident]} />}
            <ConnectionNotice
              device={device}
              action={
                mayUpdate && (
                  <NewLinkForm
                    about={{ deviceId: device.id }}
                    isMailable={device.owner?.email != null}
                    offersOptimization={canBeControlled && !isOptimizedNow(device)}
                  />
                )
              }
            />
            <ReconnectionNotice
              device={device}
              action={mayUpdate && <StepForm step="resumeOptimization" deviceId={device.id} />}
            />
            <DroppedValues values={device.droppedValues} />
            <LiveValues device={device} />
            <DeviceCharts
              path={`/devices/${device.id}`}
              readingsPath={`/devices/${device.id}/readings`}
              range={range}
              charts={charts}
            />
            <Card title={t(`consumptionOf.${device.kind}`)}>
              <DeviceFacts fields={commonFields.consumption} values={device} />
            </Card>
            {canBeControlled && <SavingsCard savings={savings} />}
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <DeviceOwner device={device} />
            {mayUpdate && device.kind === "electric_vehicle" && (
              <VehicleBoost device={device} action={setBoostAction} />
            )}
            <DiagnosisCard actor={actor} userId={device.userId} deviceId={device.id} />
            <CaseCard actor={actor} userId={device.userId} deviceId={device.id} />
          </div>
        </div>
      </DeviceFrame>
    </ClientMessages>
  );
}
