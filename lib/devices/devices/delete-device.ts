import "server-only";
import { devices } from "@/db/schema";
import { Invalid } from "@/lib/core/errors";
import { markDeleted } from "@/lib/core/records/mark-deleted";
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
    await markDeleted(transaction, devices, device, input.version);
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
