import { Cpu } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConnectionBadge, type ConnectionState } from "@/components/devices/connection-badge";
import { type DeviceKind, KindIcon } from "@/components/devices/kind-icon";
import { ReconnectionLine, type ShownReconnection } from "@/components/devices/reconnection-steps";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { isControllable } from "@/lib/devices/devices/device-kinds";

type Device = {
  id: string;
  kind: DeviceKind;
  manufacturer: string;
  model: string;
  connectionState: ConnectionState;
  isSmartOptimizationActive: boolean;
  currentStateLastUpdatedAt: Date | null;
};

type Props = {
  devices: Device[];
  /** Whether the viewer has pages of single devices. */
  isLinked?: boolean;
  /** How far those are that lost their connection or were connected again lately. */
  reconnections?: (ShownReconnection & { deviceId: string })[];
  /** The actions of a device, next to it. */
  actionsOf?: (device: Device) => ReactNode;
};

function optimizationOf({ kind, connectionState, isSmartOptimizationActive }: Device) {
  if (!isControllable(kind)) return "measuresOnly";
  // Without a working connection nothing is optimised, even where the setting is on.
  if (connectionState !== "connected") return undefined;
  return isSmartOptimizationActive ? "optimizing" : "notOptimizing";
}

export async function OwnedDevices({ devices, isLinked, reconnections, actionsOf }: Props) {
  const t = await getTranslations("devices");
  return (
    <Card title={t("title")} isFlush>
      {devices.length === 0 ? (
        <EmptyState icon={Cpu} title={t("noneOwned")} />
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {devices.map((device) => {
            const optimization = optimizationOf(device);
            const reconnection = reconnections?.find(({ deviceId }) => deviceId === device.id);
            const name = `${device.manufacturer} ${device.model}`;
            return (
              <li key={device.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3">
                <KindIcon kind={device.kind} />
                <span className="min-w-48 flex-1">
                  {isLinked ? (
                    <Link
                      href={`/devices/${device.id}`}
                      className="font-medium text-ink hover:underline"
                    >
                      {name}
                    </Link>
                  ) : (
                    <span className="font-medium text-ink">{name}</span>
                  )}
                  <span className="block text-[13px] leading-5 text-ink-faint">
                    {t(`kinds.${device.kind}`)} · {t("lastSeen")}{" "}
                    <Moment value={device.currentStateLastUpdatedAt} fallback={t("neverSeen")} />
                  </span>
                  {reconnection && (
                    <span className="block text-[13px] leading-5 text-ink-soft">
                      <ReconnectionLine reconnection={reconnection} />
                    </span>
                  )}
                </span>
                {optimization && (
                  <span className="text-[13px] text-ink-soft">{t(optimization)}</span>
                )}
                <ConnectionBadge state={device.connectionState} />
                {actionsOf?.(device)}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
