import {
  BatteryMedium,
  Car,
  Gauge,
  Heater,
  type LucideIcon,
  PlugZap,
  SunMedium,
} from "lucide-react";
import type { DeviceKind } from "@/lib/devices/devices/device-kinds";

export type { DeviceKind };

const icons: Record<DeviceKind, LucideIcon> = {
  heat_pump: Heater,
  electric_vehicle: Car,
  solar_inverter: SunMedium,
  wallbox: PlugZap,
  home_battery: BatteryMedium,
  smart_meter: Gauge,
};

export function KindIcon({ kind }: { kind: DeviceKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />;
}
