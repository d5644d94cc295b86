import type { ConnectionState } from "@/components/devices/connection-badge";
import { type Remedy, remedyOf } from "@/components/end-users/own-device-status";
import { ReconnectForm } from "./connect-forms";

type Props = { device: { id: string; connectionState: ConnectionState } };

const isConnecting = (remedy: Remedy) => remedy === "reconnect" || remedy === "connect";

/** The button that leads to where a device is connected, where that helps. */
export function RemedyForm({ device }: Props) {
  const remedy = remedyOf(device);
  if (!isConnecting(remedy)) return null;
  return <ReconnectForm deviceId={device.id} isFirst={remedy === "connect"} />;
}
