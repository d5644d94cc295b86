import "server-only";
import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { devices } from "@/db/schema";
import { kindDetailsOf } from "./find-device";

type DeviceOfKind = Pick<typeof devices.$inferSelect, "id" | "kind">;

/**
 * What only their kinds of devices have, by the devices' ids; one statement for each kind among them. Devices of
 * which none was ever written are not in it.
 */
export async function readKindDetails(
  transaction: Transaction,
  of: readonly DeviceOfKind[],
): Promise<Map<string, object>> {
  const found = new Map<string, object>();
  for (const ofKind of new Set(of.map(({ kind }) => kind))) {
    const table = kindDetailsOf[ofKind];
    const ids = of.filter(({ kind }) => kind === ofKind).map(({ id }) => id);
    const kindDetails = await transaction.select().from(table).where(inArray(table.deviceId, ids));
    for (const row of kindDetails) found.set(row.deviceId, row);
  }
  return found;
}
