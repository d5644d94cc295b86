import "server-only";
import { eq } from "drizzle-orm";
import { devices } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { Invalid } from "@/lib/core/errors";
import { defineCommand } from "@/lib/define-use-case";
import { deleteDeviceInput } from "./device-schema";
import { deviceTarget, loadDevice, onDevice } from "./find-device";

/** @throws Invalid when the typed confirmation is not the device's model */
export const deleteDevice = defineCommand({
  name: "deleteDevice",
  input: deleteDeviceInput,
  load: loadDevice,
  requires: onDevice("delete"),
  async run({ input, transaction, subject: device }) {
    if (input.confirmation.toLowerCase() !== device.model.toLowerCase()) {
      throw new Invalid({ confirmation: "confirmation" });
    }
    await transaction.update(devices).set({ deletedAt: now() }).where(eq(devices.id, device.id));
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
