import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ReconnectionSteps } from "@/components/devices/reconnection-steps";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { Reconnection } from "@/lib/devices/connections/reconnection";
import { type DeviceKind, isControllable } from "@/lib/devices/devices/device-kinds";

type Props = {
  device: {
    kind: DeviceKind;
    connectionState: string;
    isSmartOptimizationActive: boolean;
    reconnection: Reconnection | undefined;
  };
  /** Turns optimisation on, where the viewer may do it. */
  action: ReactNode;
};

/** What a device that was connected again lately still lacks, or that it lacks nothing. */
export async function ReconnectionNotice({ device, action }: Props) {
  const t = await getTranslations("connections.reconnection");
  const { kind, connectionState, isSmartOptimizationActive, reconnection } = device;
  if (!reconnection?.connectedAt || connectionState !== "connected") return null;
  const canBeControlled = isControllable(kind);
  const isFinished = reconnection.state === "optimizing" || !canBeControlled;
  const text = isFinished
    ? canBeControlled
      ? "finished"
      : "finishedMeter"
    : isSmartOptimizationActive
      ? "paused"
      : "idle";
  return (
    <Notice tone={isFinished ? "success" : "warning"}>
      {t.rich(text, { when: () => <Moment value={reconnection.connectedAt} /> })}
      <div className="mt-3">
        <ReconnectionSteps reconnection={reconnection} isControllable={canBeControlled} />
      </div>
      {!isFinished && action && <div className="mt-3">{action}</div>}
    </Notice>
  );
}
