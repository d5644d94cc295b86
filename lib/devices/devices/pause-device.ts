import "server-only";
import { eq, sql } from "drizzle-orm";
import { devices } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { defineCommand } from "@/lib/define-use-case";
import { requireControllable } from "./device-kinds";
import { pauseDeviceInput } from "./device-settings-schema";
import { deviceTarget, loadDevice, onDevice } from "./find-device";
import { changedSettings, queueDeviceCommand } from "./queue-device-command";

/** Leaves a device to its own schedule for some hours, or has it optimised again; it stays connected. @throws Conflict `measuresOnly` */
export const pauseDevice = defineCommand({
  name: "pauseDevice",
  input: pauseDeviceInput,
  load: loadDevice,
  requires: onDevice("update"),
  async run({ input, transaction, subject: before }) {
    requireControllable(before);
    const pausePowerUntil =
      input.hours > 0 ? new Date(now().getTime() + input.hours * 3_600_000) : null;
    const changes = changesBetween(before, { pausePowerUntil });
    if (Object.keys(changes).length === 0) return { result: { id: input.id }, audit: [] };
    await transaction
      .update(devices)
      .set({ pausePowerUntil, version: sql`${devices.version} + 1` })
      .where(eq(devices.id, input.id));
    await queueDeviceCommand(transaction, before, changedSettings(changes));
    return {
      result: { id: input.id },
      audit: [
        {
          action: pausePowerUntil ? "device.paused" : "device.resumed",
          target: deviceTarget(before),
          changes,
        },
      ],
    };
  },
});
