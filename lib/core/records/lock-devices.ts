import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";

/**
 * Locks the devices of an end-user or in a building, before anything of these two is changed: a device's own changes
 * lock it first, and then, by the trigger that keeps their counts, its owner and its building.
 */
export async function lockDevicesOf(
  transaction: Transaction,
  of: { userId: string } | { buildingId: string },
): Promise<void> {
  const isOf =
    "userId" in of ? eq(devices.userId, of.userId) : eq(devices.buildingId, of.buildingId);
  await transaction
    .select({ id: devices.id })
    .from(devices)
    .where(and(isOf, isNull(devices.deletedAt)))
    .orderBy(devices.id)
    .for("no key update");
}
