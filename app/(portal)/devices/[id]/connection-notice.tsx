import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { ConnectionState } from "@/components/devices/connection-badge";
import type { DeviceKind } from "@/components/devices/kind-icon";
import { lossReasonText } from "@/components/devices/loss-reason";
import { ReconnectionSteps } from "@/components/devices/reconnection-steps";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { Reconnection } from "@/lib/devices/connections/reconnection";
import { isControllable } from "@/lib/devices/devices/device-kinds";

type Props = {
  device: {
    kind: DeviceKind;
    connectionState: ConnectionState;
    disconnectedSince: Date | null;
    staleSince: Date | null;
    lifecycleError: string | null;
    reconnection: Reconnection | undefined;
  };
  /** What ends a lost connection, where the viewer may do it. */
  action: ReactNode;
};

function noticeOf({ kind, connectionState }: Props["device"]) {
  if (connectionState === "revoked") return "revokedNotice";
  return isControllable(kind) ? "disconnectedNotice" : "disconnectedMeterNotice";
}

/** What is wrong with a device's connection, and what that means. Nothing where all is well. */
export async function ConnectionNotice({ device, action }: Props) {
  const t = await getTranslations("devices");
  const connecting = await getTranslations("connections");
  const { connectionState, reconnection } = device;
  if (connectionState === "degraded") {
    return (
      <Notice tone="warning">
        {t.rich("degradedNotice", { since: () => <Moment value={device.staleSince} /> })}
      </Notice>
    );
  }
  if (connectionState !== "disconnected" && connectionState !== "revoked") return null;
  return (
    <Notice tone="warning">
      {t.rich(noticeOf(device), {
        since: () => <Moment value={device.disconnectedSince} />,
      })}
      {device.lifecycleError && (
        <span className="mt-1 block">
          {t("reasonGiven", { reason: lossReasonText(connecting, device.lifecycleError) })}
        </span>
      )}
      {reconnection && (
        <div className="mt-3">
          <ReconnectionSteps
            reconnection={reconnection}
            isControllable={isControllable(device.kind)}
          />
          {reconnection.startsOptimized && (
            <p className="mt-2 text-[13px] text-ink-soft">{connecting("willOptimize")}</p>
          )}
        </div>
      )}
      {action && <div className="mt-3">{action}</div>}
    </Notice>
  );
}
