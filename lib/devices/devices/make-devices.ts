import "server-only";
import type { Transaction } from "@/db/client";
import { insertMany } from "@/db/insert-many";
import { devices } from "@/db/schema";
import { kindDetailsOf } from "./find-device";
import { toSerialKey } from "./serial-key";

export type NewDevice = typeof devices.$inferInsert & { id: string };

/** Makes devices, each with the row that holds what only its kind has. */
export async function makeDevices(transaction: Transaction, made: NewDevice[]): Promise<void> {
  if (made.length === 0) return;
  const keyed = made.map((device) => ({
    ...device,
    serialKey: device.externalDeviceId
      ? toSerialKey(device.manufacturer, device.externalDeviceId)
      : null,
  }));
  await transaction.execute(insertMany(devices, keyed));
  for (const kind of new Set(made.map((device) => device.kind))) {
    const keys = made
      .filter((device) => device.kind === kind)
      .map(({ organizationId, id }) => ({ organizationId, deviceId: id }));
    await transaction.execute(insertMany(kindDetailsOf[kind], keys));
  }
}
