import type { ConnectionState } from "@/components/devices/connection-badge";
import type { DeviceKind } from "@/components/devices/kind-icon";
import { isControllable } from "@/lib/devices/devices/device-kinds";
import { optimizationStateAt } from "@/lib/devices/devices/optimization-state";

export type StatusOfOwnDevice = {
  kind: DeviceKind;
  connectionState: ConnectionState;
  connectedSince: Date | null;
  disconnectedSince: Date | null;
  currentStateLastUpdatedAt: Date | null;
  isSmartOptimizationActive: boolean;
  pausePowerUntil: Date | null;
};

/** What a device's owner does about its state; nothing where all is well. */
export type Remedy = "reconnect" | "connect" | "check" | undefined;

const remedies: Record<ConnectionState, Remedy> = {
  connected: undefined,
  degraded: "check",
  disconnected: "reconnect",
  revoked: "reconnect",
  error: "reconnect",
  pending: "connect",
};

export const remedyOf = ({ connectionState }: Pick<StatusOfOwnDevice, "connectionState">) =>
  remedies[connectionState];

/** Since when a device is in its state, where that is known. */
export function sinceOf(device: StatusOfOwnDevice): Date | null {
  switch (device.connectionState) {
    case "connected":
      return device.connectedSince;
    case "disconnected":
    case "revoked":
      return device.disconnectedSince;
    case "degraded":
      return device.currentStateLastUpdatedAt;
    case "error":
    case "pending":
      return null;
  }
}

/** What happens with a device's consumption: only a connected one is optimised. */
export function optimizationOf(
  device: StatusOfOwnDevice,
  at: Date,
): "measures" | "optimized" | "paused" | "off" | undefined {
  if (device.connectionState !== "connected") return undefined;
  if (!isControllable(device.kind)) return "measures";
  const state = optimizationStateAt(device, at);
  return state === "on" ? "optimized" : state;
}

/** What to know or do, where something is wrong. */
export function adviceOf({ kind, connectionState }: StatusOfOwnDevice) {
  switch (connectionState) {
    case "connected":
      return undefined;
    case "disconnected":
    case "revoked":
      return isControllable(kind) ? "reconnect" : "reconnectMeter";
    case "degraded":
    case "error":
    case "pending":
      return connectionState;
  }
}
