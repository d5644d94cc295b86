import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { insertMany } from "@/db/insert-many";
import { chargingSessions, devices, type electricVehicles } from "@/db/schema";
import { updateMany } from "@/db/update-many";
import { queueWebhookMessages, type WebhookMessage } from "@/lib/platform/webhooks/queue-webhooks";
import type { WebhookEvent } from "@/lib/platform/webhooks/webhook-events";
import type { DeviceState } from "./device-reports";

type Vehicle = typeof electricVehicles.$inferSelect;
type VehicleState = Extract<DeviceState, { kind: "electric_vehicle" }>;
type VehicleReport = { deviceId: string; measuredAt: Date; state: VehicleState };
type Session = Pick<
  typeof chargingSessions.$inferSelect,
  "id" | "deviceId" | "pluggedInAt" | "unpluggedAt" | "initialLevel" | "finalLevel" | "reportedAt"
>;

/**
 * Opens, goes on with and closes charging sessions by what vehicles report, report by report. What they charged is
 * counted from their readings (`countChargedEnergy`).
 * Sessions that begin and end are told to webhooks.
 * @param vehicles as they were before these reports
 * @param reports newer than that, in the order of time
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
  const opened: (Session & ReturnType<typeof settingsOf>)[] = [];
  const changed: Session[] = [];
  for (const vehicle of vehicles) {
    const ofVehicle = reports.filter(({ deviceId }) => deviceId === vehicle.deviceId);
    const present = open.find(({ deviceId }) => deviceId === vehicle.deviceId);
    for (const session of followVehicle(vehicle, ofVehicle, present)) {
      if (session.id === present?.id) changed.push(session);
      else opened.push({ ...session, ...settingsOf(vehicle) });
    }
  }
  // Closed before others open: a vehicle has one open session at most.
  if (changed.length > 0) await transaction.execute(updateMany(chargingSessions, "id", changed));
  if (opened.length > 0) await transaction.execute(insertMany(chargingSessions, opened));
  const [vehicle] = vehicles;
  if (!vehicle) return;
  await queueWebhookMessages(transaction, vehicle.organizationId, [
    ...opened.map((session) => messageOf("charging_session.started", session, session.pluggedInAt)),
    ...[...changed, ...opened].flatMap((session) =>
      session.unpluggedAt
        ? [messageOf("charging_session.ended", session, session.unpluggedAt)]
        : [],
    ),
  ]);
}

const messageOf = (
  type: WebhookEvent,
  { id, deviceId }: Pick<Session, "id" | "deviceId">,
  happenedAt: Date,
): WebhookMessage => ({
  type,
  ids: { device_id: deviceId, charging_session_id: id },
  happenedAt,
});

const settingsOf = (vehicle: Vehicle) => ({
  organizationId: vehicle.organizationId,
  targetLevel: vehicle.minimumChargeLimit,
  deadline: vehicle.chargeDeadlineAt,
});

/** @returns the sessions that the reports open, go on with or close */
function followVehicle(
  vehicle: Vehicle,
  reports: VehicleReport[],
  present: Session | undefined,
): Session[] {
  const sessions: Session[] = [];
  let session = present;
  let isPluggedIn = vehicle.isPluggedIn ?? false;
  let level = vehicle.batteryLevel;
  for (const { measuredAt, state } of reports) {
    isPluggedIn = state.isPluggedIn ?? isPluggedIn;
    level = state.batteryLevel ?? level;
    if (!session && !isPluggedIn) continue;
    session = {
      id: session?.id ?? uuidv7(),
      deviceId: vehicle.deviceId,
      pluggedInAt: session?.pluggedInAt ?? measuredAt,
      initialLevel: session ? session.initialLevel : level,
      finalLevel: level,
      reportedAt: measuredAt,
      unpluggedAt: isPluggedIn ? null : measuredAt,
    };
    if (sessions.at(-1)?.id === session.id) sessions.pop();
    sessions.push(session);
    if (session.unpluggedAt) session = undefined;
  }
  return sessions;
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
