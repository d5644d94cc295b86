import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { electricVehicles } from "@/db/schema";
import { Conflict, NotFound } from "@/lib/core/errors";
import { defineCommand } from "@/lib/define-use-case";
import { type Boost, requestedBoost } from "./boost-state";
import { setBoostInput } from "./device-settings-schema";
import { deviceTarget, loadDevice, onDevice } from "./find-device";
import { queueDeviceCommand } from "./queue-device-command";

/**
 * Has a vehicle charge at once, or as soon as it is plugged in; or calls the latter off. Asking again changes
 * nothing. A boost that runs is ended by unplugging alone.
 * @throws NotFound when the device is no vehicle
 * @throws Conflict `alreadyCharging`, `fullyCharged`, or `noActiveSession` of a vehicle that is not connected, with the
 *   state of its boost
 */
export const setBoost = defineCommand({
  name: "setBoost",
  input: setBoostInput,
  load: loadDevice,
  requires: onDevice("update"),
  async run({ input, transaction, subject: device }) {
    const vehicle = await lockVehicle(transaction, input.id);
    const before: Boost = {
      boostState: vehicle.boostState ?? "unavailable",
      boostForNextSession: vehicle.boostForNextSession ?? false,
    };
    if (input.isWanted && !device.isAuthenticated) {
      throw new Conflict("noActiveSession", before.boostState);
    }
    const after = input.isWanted
      ? requestedBoost(before, {
          isPluggedIn: vehicle.isPluggedIn ?? false,
          isCharging: vehicle.isCharging ?? false,
          isFullyCharged: vehicle.isFullyCharged ?? false,
        })
      : { ...before, boostForNextSession: false };
    if ("refusal" in after) throw new Conflict(after.refusal, before.boostState);
    const isChanged =
      after.boostState !== before.boostState ||
      after.boostForNextSession !== before.boostForNextSession;
    if (!isChanged) return { result: { id: input.id, ...after }, audit: [] };
    await transaction
      .update(electricVehicles)
      .set(after)
      .where(eq(electricVehicles.deviceId, input.id));
    await queueDeviceCommand(transaction, device, { boost: input.isWanted });
    return {
      result: { id: input.id, ...after },
      audit: [
        {
          action: input.isWanted ? "device.boost-requested" : "device.boost-called-off",
          target: deviceTarget(device),
        },
      ],
    };
  },
});

async function lockVehicle(transaction: Transaction, id: string) {
  const [vehicle] = await transaction
    .select()
    .from(electricVehicles)
    .where(eq(electricVehicles.deviceId, id))
    .for("no key update");
  if (!vehicle) throw new NotFound();
  return vehicle;
}
