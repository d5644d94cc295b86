import "server-only";
import { eq, sql } from "drizzle-orm";
import { devices } from "@/db/schema";
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
  async run({ input, transaction, subject: before }) {
    requireControllable(before);
    const after = { isSmartOptimizationActive: true, pausePowerUntil: null };
    const changes = changesBetween(before, after);
    if (Object.keys(changes).length === 0) return { result: { id: input.id }, audit: [] };
    await transaction
      .update(devices)
      .set({ ...after, version: sql`${devices.version} + 1` })
      .where(eq(devices.id, input.id));
    await queueDeviceCommand(transaction, before, changedSettings(changes));
    return {
      result: { id: input.id },
      audit: [{ action: "device.resumed", target: deviceTarget(before), changes }],
    };
  },
});
