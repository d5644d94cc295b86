import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  devices,
  electricVehicles,
  heatPumps,
  homeBatteries,
  smartMeters,
  solarInverters,
  wallboxes,
} from "@/db/schema";
import type { DeviceKind } from "@/db/schema/device-kind-names";
import type { Requirement } from "@/lib/core/access/authorize";
import type { Action } from "@/lib/core/access/matrix";
import type { RecordTarget } from "@/lib/core/audit/audit-entry";
import { NotFound } from "@/lib/core/errors";
import { loadById } from "@/lib/core/use-cases/load-by-id";

/** @throws NotFound when the organization has no such living device */
export async function findDevice(transaction: Transaction, id: string) {
  const [device] = await transaction
    .select()
    .from(devices)
    .where(and(eq(devices.id, id), isNull(devices.deletedAt)));
  if (!device) throw new NotFound();
  return device;
}

export const loadDevice = loadById(findDevice);

/** The right that an act on a device takes: one about its owner. */
export const onDevice =
  (action: Action) =>
  ({ subject }: { subject: { userId: string } }): Requirement[] => [
    { action, resource: "device", ownerId: subject.userId },
  ];

/** A device as audit events name it. */
export function deviceTarget(device: {
  id: string;
  manufacturer: string;
  model: string;
}): RecordTarget {
  return { type: "device", id: device.id, name: `${device.manufacturer} ${device.model}` };
}

/** Where the fields are that only one kind of device has. */
export const kindDetailsOf = {
  heat_pump: heatPumps,
  electric_vehicle: electricVehicles,
  solar_inverter: solarInverters,
  wallbox: wallboxes,
  home_battery: homeBatteries,
  smart_meter: smartMeters,
} as const satisfies Record<DeviceKind, unknown>;
