import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { devices } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { VersionConflict } from "@/lib/core/errors";
import { requireOwnBuilding } from "@/lib/customers/energy-contracts/find-energy-contract";
import { defineCommand } from "@/lib/define-use-case";
import { requireControllable } from "./device-kinds";
import { updateDeviceInput } from "./device-schema";
import { deviceTarget, findDevice, loadDevice, onDevice } from "./find-device";
import { changedSettings, queueDeviceCommand } from "./queue-device-command";

/**
 * Changes a device's comment or building, or pauses and resumes its optimisation.
 * @throws Invalid when the building is not the end-user's
 * @throws Conflict `measuresOnly` when one that only measures is to be optimised
 * @throws VersionConflict when another wrote since the given version was read
 */
export const updateDevice = defineCommand({
  name: "updateDevice",
  input: updateDeviceInput,
  load: loadDevice,
  requires: onDevice("update"),
  async run({ input, transaction, subject: before }) {
    const { id, version, ...fields } = input;
    if (fields.isSmartOptimizationActive) requireControllable(before);
    if (fields.buildingId) await requireOwnBuilding(transaction, fields.buildingId, before.userId);
    const [after] = await transaction
      .update(devices)
      .set({ ...fields, version: sql`${devices.version} + 1` })
      .where(and(eq(devices.id, id), eq(devices.version, version)))
      .returning();
    if (!after) throw new VersionConflict(await findDevice(transaction, id), fields);
    const changes = changesBetween(before, fields);
    const { comment, buildingId, ...told } = changes;
    await queueDeviceCommand(transaction, after, changedSettings(told));
    return {
      result: { id },
      audit: [
        {
          action: "device.updated",
          target: deviceTarget(after),
          changes,
        },
      ],
    };
  },
});
