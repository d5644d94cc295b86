import "server-only";
import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices, electricVehicles } from "@/db/schema";
import { updateMany } from "@/db/update-many";
import { now } from "@/lib/core/clock";
import { isSubscribed } from "@/lib/platform/webhooks/queue-webhooks";
import { reportedBoost } from "../devices/boost-state";
import { kindDetailsOf } from "../devices/find-device";
import { type DeviceState, fleetPowerOf } from "./device-reports";
import { followCharging } from "./follow-charging";
import { queueStateChanges } from "./queue-state-changes";

type Vehicle = typeof electricVehicles.$inferSelect;
type Report = { deviceId: string; measuredAt: Date; state: DeviceState };

/** What several reports of a device come to: of each value the last one said. */
type Merged = Report & { powerW: number | null };

/**
 * Makes reports the present states of their devices.
 * @param reports newer than those states, in the order of time
 */
export async function applyStates(transaction: Transaction, reports: Report[]): Promise<void> {
  const merged = mergeReports(reports);
  await transaction.execute(
    updateMany(
      devices,
      "id",
      merged.map(({ deviceId, measuredAt, powerW }) => ({
        id: deviceId,
        currentStateLastUpdatedAt: measuredAt,
        lastMonitoringExecutedAt: now(),
        currentPowerW: powerW,
        connectionStatus: "ok" as const,
        monitoringStatus: "ok" as const,
      })),
    ),
  );
  const boosts = await followVehicles(transaction, reports);
  const isSubscribedToChanges = await isSubscribed(transaction, "device.updated");
  for (const kind of Object.keys(kindDetailsOf) as DeviceState["kind"][]) {
    const rows = merged
      .filter(({ state }) => state.kind === kind)
      .map(({ deviceId, state }) => ({ deviceId, ...state, ...boosts.get(deviceId) }));
    if (rows.length === 0) continue;
    if (isSubscribedToChanges) await queueStateChanges(transaction, kind, rows);
    await transaction.execute(updateMany(kindDetailsOf[kind], "deviceId", rows));
  }
}

function mergeReports(reports: Report[]): Merged[] {
  const merged = new Map<string, Merged>();
  for (const { deviceId, measuredAt, state } of reports) {
    const earlier = merged.get(deviceId);
    merged.set(deviceId, {
      deviceId,
      measuredAt,
      state: { ...earlier?.state, ...withoutUnsaid(state) },
      powerW: fleetPowerOf(state) ?? earlier?.powerW ?? null,
    });
  }
  return [...merged.values()];
}

/** An object whose keys are undefined would spread over what was said earlier. */
function withoutUnsaid<State extends DeviceState>(state: State): State {
  const said = { ...state };
  for (const field of Object.keys(said) as (keyof State)[])
    if (said[field] === undefined) delete said[field];
  return said;
}

/** Charging sessions and boosts, which what vehicles report moves on. @returns the boosts */
async function followVehicles(transaction: Transaction, reports: Report[]) {
  const ofVehicles = reports.flatMap(({ state, ...report }) =>
    state.kind === "electric_vehicle" ? [{ ...report, state }] : [],
  );
  const ids = [...new Set(ofVehicles.map(({ deviceId }) => deviceId))];
  if (ids.length === 0) return new Map<string, never>();
  const rows = await transaction
    .select()
    .from(electricVehicles)
    .where(inArray(electricVehicles.deviceId, ids));
  await followCharging(transaction, rows, ofVehicles);
  return new Map(
    rows.map((vehicle) => [
      vehicle.deviceId,
      followBoost(
        vehicle,
        ofVehicles.flatMap(({ deviceId, state }) => (deviceId === vehicle.deviceId ? [state] : [])),
      ),
    ]),
  );
}

function followBoost(
  vehicle: Vehicle,
  states: Extract<DeviceState, { kind: "electric_vehicle" }>[],
) {
  let boost = {
    boostState: vehicle.boostState ?? ("unavailable" as const),
    boostForNextSession: vehicle.boostForNextSession ?? false,
  };
  let { isPluggedIn, isCharging, isFullyCharged } = vehicle;
  for (const state of states) {
    isPluggedIn = state.isPluggedIn ?? isPluggedIn;
    isCharging = state.isCharging ?? isCharging;
    isFullyCharged = state.isFullyCharged ?? isFullyCharged;
    boost = reportedBoost(boost, {
      isPluggedIn: isPluggedIn ?? false,
      isCharging: isCharging ?? false,
      isFullyCharged: isFullyCharged ?? false,
    });
  }
  return boost;
}
