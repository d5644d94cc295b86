import "server-only";
import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { devices } from "@/db/schema";
import { particularsOfKind } from "./find-device";

type DeviceOfKind = Pick<typeof devices.$inferSelect, "id" | "kind">;

/**
 * What only their kinds of devices have, by the devices' ids; one statement for each kind among them. Devices of
 * which none was ever written are not in it.
 */
export async function readParticulars(
  transaction: Transaction,
  of: readonly DeviceOfKind[],
): Promise<Map<string, object>> {
  const found = new Map<string, object>();
  for (const ofKind of new Set(of.map(({ kind }) => kind))) {
    const table = particularsOfKind[ofKind];
    const ids = of.filter(({ kind }) => kind === ofKind).map(({ id }) => id);
    const particulars = await transaction.select().from(table).where(inArray(table.deviceId, ids));
    for (const row of particulars) found.set(row.deviceId, row);
  }
  return found;
}
