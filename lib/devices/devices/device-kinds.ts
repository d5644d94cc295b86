import { type DeviceKind, deviceKinds } from "@/db/schema/device-kind-names";
import { Conflict } from "@/lib/core/errors";

export { type DeviceKind, deviceKinds };

/** Whether devices of a kind can be told what to do. One that only measures is not optimised, paused or written to. */
const controllable: Record<DeviceKind, boolean> = {
  heat_pump: true,
  electric_vehicle: true,
  solar_inverter: true,
  wallbox: true,
  home_battery: true,
  smart_meter: false,
};

export const isControllable = (kind: DeviceKind): boolean => controllable[kind];

export const controllableKinds = deviceKinds.filter(isControllable);

/** @throws Conflict `measuresOnly` when the device cannot be told what to do */
export function requireControllable({ kind }: { kind: DeviceKind }): void {
  if (!isControllable(kind)) throw new Conflict("measuresOnly");
}
