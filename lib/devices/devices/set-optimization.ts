import "server-only";
import { and, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { isControllable } from "./device-kinds";
import { deviceTarget } from "./find-device";
import { queueDeviceCommand } from "./queue-device-command";

/**
 * Pauses or resumes the optimisation of devices: those of the given ones that are there. Those that only measure stay
 * as they are.
 */
export async function setOptimizationOf(
  transaction: Transaction,
  ids: string[],
  isActive: boolean,
): Promise<{ changed: string[]; unchanged: string[]; audit: AuditEntry[] }> {
  const found = await transaction
    .select({
      id: devices.id,
      kind: devices.kind,
      manufacturer: devices.manufacturer,
      model: devices.model,
      isActive: devices.isSmartOptimizationActive,
      organizationId: devices.organizationId,
      manufacturerAccountId: devices.manufacturerAccountId,
      isAuthenticated: devices.isAuthenticated,
    })
    .from(devices)
    .where(and(inArray(devices.id, ids), isNull(devices.deletedAt)))
    .orderBy(devices.id)
    .for("no key update");
  const isChanged = (device: (typeof found)[number]) =>
    isControllable(device.kind) && device.isActive !== isActive;
  const changed = found.filter(isChanged);
  const changedIds = changed.map(({ id }) => id);
  if (changed.length > 0) {
    await transaction
      .update(devices)
      .set({ isSmartOptimizationActive: isActive, version: sql`${devices.version} + 1` })
      .where(inArray(devices.id, changedIds));
    for (const device of changed) {
      await queueDeviceCommand(transaction, device, { isSmartOptimizationActive: isActive });
    }
  }
  return {
    changed: changedIds,
    unchanged: found.filter((device) => !isChanged(device)).map(({ id }) => id),
    audit: changed.map((device) => ({
      action: "device.updated" as const,
      target: deviceTarget(device),
      changes: { isSmartOptimizationActive: { before: !isActive, after: isActive } },
    })),
  };
}
