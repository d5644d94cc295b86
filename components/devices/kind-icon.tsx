import { Car, Heater, PlugZap, SunMedium } from "lucide-react";

export type DeviceKind = "heat_pump" | "electric_vehicle" | "solar_inverter" | "wallbox";

const icons = {
  heat_pump: Heater,
  electric_vehicle: Car,
  solar_inverter: SunMedium,
  wallbox: PlugZap,
};

export function KindIcon({ kind }: { kind: DeviceKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />;
}
