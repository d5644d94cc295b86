import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertMany } from "@/db/insert-many";
import { chargingSessions, devices, type electricVehicles } from "@/db/schema";
import { updateMany } from "@/db/update-many";
import type { DeviceState } from "./device-reports";

type Vehicle = typeof electricVehicles.$inferSelect;
type VehicleState = Extract<DeviceState, { kind: "electric_vehicle" }>;
export type VehicleReport = { deviceId: string; measuredAt: Date; state: VehicleState };

/** A vehicle that was silent for longer may have done anything. */
const longestGapSeconds = 3600;

/**
 * Opens, goes on with and closes charging sessions by what vehicles report. Energy is what the power of the
 * report before came to until this one.
 * @param vehicles as they were before these reports, which are newer than that
 */
export async function followCharging(
  transaction: Transaction,
  vehicles: Vehicle[],
  reports: VehicleReport[],
): Promise<void> {
  const open = await transaction
    .select()
    .from(chargingSessions)
    .where(
      and(
        inArray(
          chargingSessions.deviceId,
          vehicles.map(({ deviceId }) => deviceId),
        ),
        isNull(chargingSessions.unpluggedAt),
      ),
    );
  const opened: (typeof chargingSessions.$inferInsert)[] = [];
  const changed: Partial<typeof chargingSessions.$inferInsert>[] = [];
  for (const vehicle of vehicles) {
    const report = reports.find(({ deviceId }) => deviceId === vehicle.deviceId);
    if (!report) continue;
    const session = open.find(({ deviceId }) => deviceId === vehicle.deviceId);
    const isPluggedIn = report.state.isPluggedIn ?? vehicle.isPluggedIn ?? false;
    if (session) changed.push(goOn(session, vehicle, report, isPluggedIn));
    else if (isPluggedIn) opened.push(begin(vehicle, report));
  }
  if (opened.length > 0) await transaction.execute(insertMany(chargingSessions, opened));
  if (changed.length > 0) await transaction.execute(updateMany(chargingSessions, "id", changed));
}

function begin(vehicle: Vehicle, { measuredAt, state }: VehicleReport) {
  const level = state.batteryLevel ?? vehicle.batteryLevel;
  return {
    organizationId: vehicle.organizationId,
    deviceId: vehicle.deviceId,
    pluggedInAt: measuredAt,
    reportedAt: measuredAt,
    initialLevel: level,
    finalLevel: level,
    targetLevel: vehicle.minimumChargeLimit,
    deadline: vehicle.chargeDeadlineAt,
  };
}

function goOn(
  session: typeof chargingSessions.$inferSelect,
  vehicle: Vehicle,
  { measuredAt, state }: VehicleReport,
  isPluggedIn: boolean,
) {
  const gap = (measuredAt.getTime() - session.reportedAt.getTime()) / 1000;
  const seconds = Math.round(Math.min(Math.max(gap, 0), longestGapSeconds));
  const power = vehicle.isCharging ? (vehicle.chargeRateW ?? 0) : 0;
  return {
    id: session.id,
    reportedAt: measuredAt,
    finalLevel: state.batteryLevel ?? vehicle.batteryLevel,
    energyWh: session.energyWh + (power * seconds) / 3600,
    chargingSeconds: session.chargingSeconds + (power > 0 ? seconds : 0),
    highestPowerW: Math.max(session.highestPowerW, state.chargeRateW ?? 0),
    ...(!isPluggedIn && { unpluggedAt: measuredAt }),
  };
}

/** Deletes the sessions of a person's vehicles: when somebody was at home says more of them than of the car. */
export async function dropChargingSessionsOf(
  transaction: Transaction,
  userId: string,
): Promise<void> {
  const owned = transaction
    .select({ id: devices.id })
    .from(devices)
    .where(eq(devices.userId, userId));
  await transaction.delete(chargingSessions).where(inArray(chargingSessions.deviceId, owned));
}
