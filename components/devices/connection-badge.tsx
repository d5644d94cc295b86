import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";

export type ConnectionState =
  | "connected"
  | "degraded"
  | "disconnected"
  | "revoked"
  | "pending"
  | "error";

const tones: Record<ConnectionState, Tone> = {
  connected: "success",
  degraded: "warning",
  disconnected: "danger",
  revoked: "neutral",
  pending: "neutral",
  error: "warning",
};

export function ConnectionBadge({ state }: { state: ConnectionState }) {
  const t = useTranslations("devices.connectionStates");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
