import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { devices, electricVehicles, heatPumps, homeBatteries, solarInverters } from "@/db/schema";
import type { System } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { environment } from "@/lib/core/env";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { recordReadings } from "../telemetry/record-readings";
import { type SimulatedDevice, simulateDevice } from "./simulate-device";

/** How many devices report in one run: those that have been silent longest. */
const most = 500;

/**
 * Has the devices of a sandbox report, as if they were there. Which organizations are simulated is a matter of
 * the installation: sandboxes by default, all of them in the demo, none in tests.
 */
export async function runSimulator(actor: System): Promise<void> {
  const { timeZone, simulated } = await readSimulatedDevices(actor, {});
  if (simulated.length === 0) return;
  const at = DateTime.fromJSDate(now(), { zone: timeZone });
  await recordReadings(actor, {
    reports: simulated.map((device) => ({
      deviceId: device.id,
      measuredAt: at.toJSDate(),
      state: simulateDevice(device, at),
    })),
  });
}

/** The connected devices that have been silent longest, where the organization is simulated at all. */
export const readSimulatedDevices = defineQuery({
  name: "readSimulatedDevices",
  input: z.object({}),
  requires: { action: "read", resource: "maintenance" },
  async run({ transaction }) {
    const organization = await getOrganization(transaction);
    const { SIMULATED_ORGANIZATIONS: wanted } = environment();
    const isSimulated =
      wanted === "all" || (wanted === "sandboxes" && organization.environment === "sandbox");
    if (!organization || !isSimulated) return { timeZone: "UTC", simulated: [] };
    return { timeZone: organization.timeZone, simulated: await readDevices(transaction) };
  },
});

async function readDevices(transaction: Transaction): Promise<SimulatedDevice[]> {
  const rows = await transaction
    .select({
      id: devices.id,
      kind: devices.kind,
      buildingId: devices.buildingId,
      isOptimized: devices.isSmartOptimizationActive,
      vehicleCapacityKwh: electricVehicles.batteryCapacityKwh,
      standAloneCapacityKwh: homeBatteries.batteryCapacityKwh,
      minBatteryCharge: homeBatteries.minBatteryCharge,
      maxBatteryCharge: homeBatteries.maxBatteryCharge,
      inverterCapacityKwh: solarInverters.batteryCapacityKwh,
      solarPowerRatingKw: solarInverters.solarPowerRatingKw,
      chargeTargetPercent: electricVehicles.chargeTargetMax,
      indoorTargetTemperature: heatPumps.indoorTargetTemperature,
      boostState: electricVehicles.boostState,
      batteryLevel: electricVehicles.batteryLevel,
    })
    .from(devices)
    .leftJoin(
      heatPumps,
      and(eq(heatPumps.organizationId, devices.organizationId), eq(heatPumps.deviceId, devices.id)),
    )
    .leftJoin(
      electricVehicles,
      and(
        eq(electricVehicles.organizationId, devices.organizationId),
        eq(electricVehicles.deviceId, devices.id),
      ),
    )
    .leftJoin(
      solarInverters,
      and(
        eq(solarInverters.organizationId, devices.organizationId),
        eq(solarInverters.deviceId, devices.id),
      ),
    )
    .leftJoin(
      homeBatteries,
      and(
        eq(homeBatteries.organizationId, devices.organizationId),
        eq(homeBatteries.deviceId, devices.id),
      ),
    )
    .where(
      and(
        eq(devices.isAuthenticated, true),
        inArray(devices.connectionState, ["connected", "degraded"]),
        isNull(devices.manufacturerAccountId),
        isNull(devices.deletedAt),
      ),
    )
    .orderBy(asc(devices.lastSeenSort), asc(devices.id))
    .limit(most);
  return rows.map(
    ({ vehicleCapacityKwh, standAloneCapacityKwh, inverterCapacityKwh, boostState, ...row }) => ({
      ...row,
      batteryCapacityKwh: vehicleCapacityKwh ?? standAloneCapacityKwh ?? inverterCapacityKwh,
      isBoosted: boostState === "requested" || boostState === "ongoing",
    }),
  );
}
