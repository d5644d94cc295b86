import type { DeviceKind } from "@/db/schema/device-kind-names";

/**
 * Whether a kind can save by taking its energy at other times. What an inverter gives is up to the sun, and what a
 * battery saves depends on what it gives as well.
 */
const kinds: Record<DeviceKind, boolean> = {
  heat_pump: true,
  electric_vehicle: true,
  wallbox: true,
  solar_inverter: false,
  home_battery: false,
  smart_meter: false,
};

export const hasSavings = (kind: DeviceKind): boolean => kinds[kind];
