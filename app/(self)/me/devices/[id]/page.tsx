import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { DeviceCharts } from "@/components/devices/device-charts";
import { DeviceSettings } from "@/components/devices/device-settings";
import { SavingsCard } from "@/components/devices/savings-card";
import { VehicleBoost } from "@/components/devices/vehicle-boost";
import { OwnDevice } from "@/components/end-users/own-device";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import { getDevice } from "@/lib/devices/devices/get-device";
import { readRecentDeviceSavings } from "@/lib/devices/savings/recent-savings";
import { chartRanges } from "@/lib/devices/telemetry/chart-ranges";
import { listConnectionChanges } from "@/lib/devices/telemetry/list-readings";
import { readDeviceCharts } from "@/lib/devices/telemetry/read-charts";
import { RemedyForm } from "../../remedy-form";
import { requireEndUser } from "../../require-end-user";
import {
  setOwnBoostAction,
  updateOwnChargePolicyAction,
  updateOwnDeviceSettingsAction,
} from "../actions";
import { OwnOptimization } from "./own-optimization";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("devices"))("one") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ range?: string | string[] }>;
};

/** Readings come by the minute. */
const refreshMilliseconds = 30_000;

const settingsActions = {
  updateSettings: updateOwnDeviceSettingsAction,
  updateChargePolicy: updateOwnChargePolicyAction,
};

/** One device of an end-user: how it is, what it saved and measured, and what they may set on it. */
export default async function OwnDevicePage({ params, searchParams }: Props) {
  const actor = await requireEndUser();
  const t = await getTranslations("me");
  const { id } = await params;
  const asked = (await searchParams).range;
  const range = chartRanges.find((offered) => offered === asked) ?? "day";
  const device = await withErrorPages(() => getDevice(actor, { id }));
  const [charts, changes, savings] = await Promise.all([
    readDeviceCharts(actor, { id, range }),
    listConnectionChanges(actor, { id }),
    readRecentDeviceSavings(actor, { id }),
  ]);
  const connectedSince = changes.find(({ after }) => after === "connected")?.changedAt ?? null;
  return (
    <ClientMessages namespaces={["connections", "devices", "deviceFields", "languages"]}>
      <LiveRefresh everyMilliseconds={refreshMilliseconds} />
      <div className="mx-auto flex max-w-3xl flex-col gap-4">
        <PageHeader
          title={`${device.manufacturer} ${device.model}`}
          crumbs={[{ label: t("title"), href: "/me" }]}
        />
        <OwnDevice device={{ ...device, connectedSince }} action={<RemedyForm device={device} />} />
        {savings.sum.total !== null && <SavingsCard savings={savings} />}
        {isControllable(device.kind) && <OwnOptimization device={device} />}
        {device.kind === "electric_vehicle" && (
          <VehicleBoost device={device} action={setOwnBoostAction} />
        )}
        <DeviceCharts path={`/me/devices/${id}`} range={range} charts={charts} />
        <DeviceSettings device={device} actions={settingsActions} />
      </div>
    </ClientMessages>
  );
}
