import "server-only";
import { and, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertMany } from "@/db/insert-many";
import { queryRows } from "@/db/query-rows";
import { deviceReadings, devices, electricVehicles, measures } from "@/db/schema";
import { updateMany } from "@/db/update-many";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { reportedBoost } from "../devices/boost-state";
import { kindDetailsOf } from "../devices/find-device";
import { countEnergy } from "./count-energy";
import { type DeviceState, deviceState, measuresOf } from "./device-reports";
import { followCharging } from "./follow-charging";
import { rollUpReadings } from "./roll-up-readings";

export const maxReports = 1000;

const report = z.object({ deviceId: z.uuid(), measuredAt: z.date(), state: deviceState });

type Report = z.output<typeof report>;

/** Clocks of devices may be so far ahead. */
const tolerance = 5 * 60_000;

/** Readings older than this are history that nobody waits for; their month may be closed. */
const oldest = 31 * 86_400_000;

/**
 * Takes in what devices report: the reading is kept, hours and days are worked out afresh, and the newest of a
 * device becomes its present state. Repeating a report changes nothing.
 * @returns how many readings were new, and how many reports were left out: of devices that are not there or of
 * another kind, from the future, or older than a month
 */
export const recordReadings = defineCommand({
  name: "recordReadings",
  input: z.object({ reports: z.array(report).max(maxReports) }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    const known = await lockDevices(transaction, input.reports);
    const accepted = input.reports.filter(({ deviceId, measuredAt, state }) => {
      const age = now().getTime() - measuredAt.getTime();
      return known.get(deviceId)?.kind === state.kind && age > -tolerance && age < oldest;
    });
    const recorded = accepted.length > 0 ? await saveReadings(transaction, accepted) : [];
    const newest = newestOf(recorded).filter(
      ({ deviceId, measuredAt }) => measuredAt > (known.get(deviceId)?.seenAt ?? new Date(0)),
    );
    if (newest.length > 0) await applyStates(transaction, newest);
    await endSilence(
      transaction,
      newest.flatMap(({ deviceId }) => (known.get(deviceId)?.staleSince ? [deviceId] : [])),
    );
    await countEnergy(
      transaction,
      recorded.map(({ deviceId }) => deviceId),
    );
    return {
      result: { recorded: recorded.length, refused: input.reports.length - accepted.length },
      audit: [],
    };
  },
});

/** In the order of their ids, so that two who report about the same devices wait and do not block each other. */
async function lockDevices(transaction: Transaction, reports: Report[]) {
  const ids = [...new Set(reports.map(({ deviceId }) => deviceId))];
  if (ids.length === 0) return new Map<string, never>();
  const rows = await transaction
    .select({
      id: devices.id,
      kind: devices.kind,
      seenAt: devices.currentStateLastUpdatedAt,
      staleSince: devices.staleSince,
    })
    .from(devices)
    .where(and(inArray(devices.id, ids), isNull(devices.deletedAt)))
    .orderBy(devices.id)
    .for("no key update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** @returns the reports whose readings were not there yet */
async function saveReadings(transaction: Transaction, reports: Report[]): Promise<Report[]> {
  const organization = await getOrganization(transaction);
  const added = await queryRows<{ device_id: string; measured_at: string }>(
    transaction,
    sql`
    ${insertMany(
      deviceReadings,
      reports.map(({ deviceId, measuredAt, state }) => ({
        organizationId: organization.id,
        deviceId,
        measuredAt,
        ...emptyMeasures,
        ...measuresOf(state),
      })),
    )}
    on conflict do nothing returning device_id, measured_at`,
  );
  const key = (deviceId: string, at: Date | string) => `${deviceId} ${new Date(at).getTime()}`;
  const isAdded = new Set(added.map((row) => key(row.device_id, row.measured_at)));
  const recorded = reports.filter(({ deviceId, measuredAt }) =>
    isAdded.delete(key(deviceId, measuredAt)),
  );
  if (recorded.length > 0) await rollUpReadings(transaction, recorded, organization.timeZone);
  return recorded;
}

/** Rows that are inserted together name the same fields. */
const emptyMeasures = Object.fromEntries(measures.map((measure) => [measure, null]));

function newestOf(reports: Report[]): Report[] {
  const newest = new Map<string, Report>();
  for (const report of reports) {
    const other = newest.get(report.deviceId);
    if (!other || other.measuredAt < report.measuredAt) newest.set(report.deviceId, report);
  }
  return [...newest.values()];
}

async function applyStates(transaction: Transaction, reports: Report[]): Promise<void> {
  await transaction.execute(
    updateMany(
      devices,
      "id",
      reports.map(({ deviceId, measuredAt, state }) => ({
        id: deviceId,
        currentStateLastUpdatedAt: measuredAt,
        lastMonitoringExecutedAt: now(),
        currentPowerW: measuresOf(state).powerW ?? null,
        connectionStatus: "ok" as const,
        monitoringStatus: "ok" as const,
      })),
    ),
  );
  const vehicles = await followVehicles(transaction, reports);
  for (const kind of Object.keys(kindDetailsOf) as DeviceState["kind"][]) {
    const rows = reports
      .filter(({ state }) => state.kind === kind)
      .map(({ deviceId, state }) => ({ deviceId, ...state, ...vehicles.get(deviceId) }));
    if (rows.length > 0)
      await transaction.execute(updateMany(kindDetailsOf[kind], "deviceId", rows));
  }
}

/** Devices that were silent for too long and have said something again. */
async function endSilence(transaction: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .update(devices)
    .set({ staleSince: null, connectionCause: "reading" })
    .where(inArray(devices.id, ids));
}

/** Charging sessions and boosts, which what vehicles report moves on. @returns the boosts */
async function followVehicles(transaction: Transaction, reports: Report[]) {
  const ofVehicles = reports.flatMap(({ state, ...report }) =>
    state.kind === "electric_vehicle" ? [{ ...report, state }] : [],
  );
  const states = new Map(ofVehicles.map(({ deviceId, state }) => [deviceId, state]));
  if (states.size === 0) return new Map<string, never>();
  const rows = await transaction
    .select()
    .from(electricVehicles)
    .where(inArray(electricVehicles.deviceId, [...states.keys()]));
  await followCharging(transaction, rows, ofVehicles);
  return new Map(
    rows.map((row) => {
      const state = states.get(row.deviceId);
      const boost = reportedBoost(
        {
          boostState: row.boostState ?? "unavailable",
          boostForNextSession: row.boostForNextSession ?? false,
        },
        {
          isPluggedIn: state?.isPluggedIn ?? row.isPluggedIn ?? false,
          isCharging: state?.isCharging ?? row.isCharging ?? false,
          isFullyCharged: state?.isFullyCharged ?? row.isFullyCharged ?? false,
        },
      );
      return [row.deviceId, boost];
    }),
  );
}
