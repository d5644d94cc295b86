import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import type { ConnectionState } from "./connection-badge";
import { type DeviceKind, KindIcon } from "./kind-icon";

const dots: Record<ConnectionState, string> = {
  connected: "bg-success",
  degraded: "bg-warning",
  disconnected: "bg-danger",
  revoked: "bg-ink-faint",
  pending: "bg-ink-faint",
  error: "bg-warning",
};

type Props = {
  device: {
    id: string;
    kind: DeviceKind;
    manufacturer: string;
    model: string;
    connectionState: ConnectionState;
  };
};

/** A device in the least room: its kind, and its state in words where it is not connected. */
export function DeviceChip({ device: { id, kind, manufacturer, model, connectionState } }: Props) {
  const t = useTranslations("devices");
  const state = t(`connectionStates.${connectionState}`);
  const isConnected = connectionState === "connected";
  const name = `${manufacturer} ${model}`;
  return (
    <Link
      href={`/devices/${id}`}
      title={`${name}: ${state}`}
      className="inline-flex h-6.5 items-center gap-1.5 rounded-full border border-line px-2 text-xs text-ink-soft hover:border-line-strong hover:text-ink"
    >
      <KindIcon kind={kind} />
      <span className="sr-only">
        {t(`kinds.${kind}`)} {name}:{" "}
      </span>
      <span aria-hidden className={cn("size-1.5 rounded-full", dots[connectionState])} />
      <span className={cn(isConnected && "sr-only")}>{state}</span>
    </Link>
  );
}
