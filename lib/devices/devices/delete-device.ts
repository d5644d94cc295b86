import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { devices } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { isExpected, requireDeleted } from "@/lib/core/records/expected-version";
import { defineCommand } from "@/lib/define-use-case";
import { deleteDeviceInput } from "./device-schema";
import { deviceTarget, loadDevice, onDevice } from "./find-device";

/**
 * @throws Invalid when the typed confirmation is not the device's model
 * @throws VersionConflict when it is not the version that was named
 */
export const deleteDevice = defineCommand({
  name: "deleteDevice",
  input: deleteDeviceInput,
  load: loadDevice,
  requires: onDevice("delete"),
  async run({ input, transaction, subject: device }) {
    if (input.confirmation.toLowerCase() !== device.model.toLowerCase()) {
      throw new Invalid({ confirmation: "confirmation" });
    }
    const deleted = await transaction
      .update(devices)
      .set({ deletedAt: now() })
      .where(
        and(
          eq(devices.id, device.id),
          isNull(devices.deletedAt),
          isExpected(devices.version, input.version),
        ),
      )
      .returning({ id: devices.id });
    requireDeleted(deleted, device, input.version);
    return {
      result: { id: device.id, userId: device.userId },
      audit: [
        {
          action: "device.deleted",
          target: deviceTarget(device),
        },
      ],
    };
  },
});
