import "server-only";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices, users } from "@/db/schema";
import { Duplicate } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { toSerialKey } from "./serial-key";

type Serial = { manufacturer: string; externalDeviceId?: string | null | undefined };

/** The living devices of the organization with these serial numbers of these manufacturers, each with its key. */
export async function findDevicesBySerial(transaction: Transaction, serials: Serial[]) {
  const wanted = serials.flatMap(({ manufacturer, externalDeviceId }) =>
    externalDeviceId
      ? [{ manufacturer, externalDeviceId, key: toSerialKey(manufacturer, externalDeviceId) }]
      : [],
  );
  if (wanted.length === 0) return [];
  // Devices from before there were keys are found as they are written.
  const asWritten = and(
    isNull(devices.serialKey),
    inArray(devices.manufacturer, [...new Set(wanted.map(({ manufacturer }) => manufacturer))]),
    sql`${devices.externalDeviceId} = any(${sql.param(wanted.map((each) => each.externalDeviceId))}::text[])`,
  );
  const byKey = sql`${devices.serialKey} = any(${sql.param(wanted.map(({ key }) => key))}::text[])`;
  const found = await transaction
    .select()
    .from(devices)
    .where(and(or(byKey, asWritten), isNull(devices.deletedAt)));
  return found.map((device) => ({
    ...device,
    serialKey: toSerialKey(device.manufacturer, device.externalDeviceId ?? ""),
  }));
}

/**
 * Makes sure that no living device has the serial number of the manufacturer.
 * @throws Duplicate that names the device that has it
 */
export async function requireNewSerial(transaction: Transaction, serial: Serial): Promise<void> {
  const [existing] = await findDevicesBySerial(transaction, [serial]);
  if (!existing) return;
  const [owner] = await transaction.select().from(users).where(eq(users.id, existing.userId));
  const name = `${existing.manufacturer} ${existing.model}, ${owner ? personName(owner) : "–"}`;
  throw new Duplicate({ externalDeviceId: `serialTaken:${name}` }, existing.id);
}
