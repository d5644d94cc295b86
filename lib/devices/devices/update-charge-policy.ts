import "server-only";
import { eq } from "drizzle-orm";
import { chargePolicies, electricVehicles } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { now } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { defineCommand } from "@/lib/define-use-case";
import { chargePolicyDays, chargePolicyInput } from "./device-settings-schema";
import { deviceTarget, loadDevice, onDevice } from "./find-device";

/**
 * Writes the weekly charge policy of a vehicle as a whole; without any day it has none. It counts while the
 * vehicle's charge policy is switched on.
 * @throws NotFound when the device is no vehicle
 */
export const updateChargePolicy = defineCommand({
  name: "updateChargePolicy",
  input: chargePolicyInput,
  load: loadDevice,
  requires: onDevice("update"),
  async run({ input, transaction, subject: device }) {
    const [vehicle] = await transaction
      .update(electricVehicles)
      .set({ chargePolicyLastUpdatedAt: now() })
      .where(eq(electricVehicles.deviceId, input.id))
      .returning({ deviceId: electricVehicles.deviceId });
    if (!vehicle) throw new NotFound();
    const [before] = await transaction
      .select()
      .from(chargePolicies)
      .where(eq(chargePolicies.deviceId, input.id));
    const days = chargePolicyDays(input);
    const { timeZone } = input;
    if (Object.keys(days).length === 0) {
      await transaction.delete(chargePolicies).where(eq(chargePolicies.deviceId, input.id));
    } else {
      await transaction
        .insert(chargePolicies)
        .values({ organizationId: device.organizationId, deviceId: input.id, timeZone, days })
        .onConflictDoUpdate({
          target: [chargePolicies.organizationId, chargePolicies.deviceId],
          set: { timeZone, days, updatedAt: now() },
        });
    }
    return {
      result: { id: input.id },
      audit: [
        {
          action: "device.charge-policy-updated",
          target: deviceTarget(device),
          changes: changesBetween(
            { days: before?.days ?? {}, timeZone: before?.timeZone ?? timeZone },
            { days, timeZone },
          ),
        },
      ],
    };
  },
});
