import "server-only";
import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { requireControllable } from "./device-kinds";
import { deviceTarget, loadDevice, onDevice } from "./find-device";
import { changedSettings, queueDeviceCommand } from "./queue-device-command";

/** Has a device optimised again, whether it was switched off or paused. @throws Conflict `measuresOnly` */
export const resumeOptimization = defineCommand({
  name: "resumeOptimization",
  input: z.object({ id: z.uuid() }),
  load: loadDevice,
  requires: onDevice("update"),
  run: async ({ input, transaction, subject }) => ({
    result: { id: input.id },
    audit: await resumeDevice(transaction, subject),
  }),
});

/**
 * Turns a device's optimization on and ends its pause.
 * @returns what that leaves in the audit log: nothing where it was on
 * @throws Conflict `measuresOnly`
 */
export async function resumeDevice(
  transaction: Transaction,
  before: typeof devices.$inferSelect,
): Promise<AuditEntry[]> {
  requireControllable(before);
  const after = { isSmartOptimizationActive: true, pausePowerUntil: null };
  const changes = changesBetween(before, after);
  if (Object.keys(changes).length === 0) return [];
  // Of several who turn it on at once, one does.
  const [resumed] = await transaction
    .update(devices)
    .set({ ...after, version: sql`${devices.version} + 1` })
    .where(
      and(
        eq(devices.id, before.id),
        or(eq(devices.isSmartOptimizationActive, false), isNotNull(devices.pausePowerUntil)),
      ),
    )
    .returning({ id: devices.id });
  if (!resumed) return [];
  await queueDeviceCommand(transaction, before, changedSettings(changes));
  return [{ action: "device.resumed", target: deviceTarget(before), changes }];
}
