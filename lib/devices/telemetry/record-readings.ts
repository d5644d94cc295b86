import "server-only";
import { and, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertMany } from "@/db/insert-many";
import { queryRows } from "@/db/query-rows";
import { deviceReadings, devices, measures } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { optimizationStateAt } from "../devices/optimization-state";
import { applyStates } from "./apply-states";
import { countChargedEnergy } from "./count-charged-energy";
import { countEnergy } from "./count-energy";
import { deviceState, measuresOf } from "./device-reports";
import { rollUpReadings } from "./roll-up-readings";

export const maxReports = 1000;

const report = z.object({ deviceId: z.uuid(), measuredAt: z.date(), state: deviceState });

export type Report = z.output<typeof report>;

/** Clocks of devices may be so far ahead. */
const tolerance = 5 * 60_000;

/** Readings older than this are history that nobody waits for; their month may be closed. */
const oldest = 31 * 86_400_000;

/**
 * Takes in what devices report: the reading is kept, hours, days and charging sessions are worked out afresh, and
 * what is newer than a device's present state becomes its state. Repeating a report changes nothing.
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
    const recorded = accepted.length > 0 ? await saveReadings(transaction, accepted, known) : [];
    const newer = recorded
      .filter(
        ({ deviceId, measuredAt }) => measuredAt > (known.get(deviceId)?.seenAt ?? new Date(0)),
      )
      .toSorted((one, other) => one.measuredAt.getTime() - other.measuredAt.getTime());
    if (newer.length > 0) await applyStates(transaction, newer);
    await countChargedEnergy(transaction, recorded);
    const silent = newer.filter(({ deviceId }) => known.get(deviceId)?.staleSince);
    await endSilence(transaction, [...new Set(silent.map(({ deviceId }) => deviceId))]);
    await countEnergy(transaction, recorded);
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
      isSmartOptimizationActive: devices.isSmartOptimizationActive,
      pausePowerUntil: devices.pausePowerUntil,
    })
    .from(devices)
    .where(and(inArray(devices.id, ids), isNull(devices.deletedAt)))
    .orderBy(devices.id)
    .for("no key update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** @returns the reports whose readings were not there yet */
async function saveReadings(
  transaction: Transaction,
  reports: Report[],
  known: Awaited<ReturnType<typeof lockDevices>>,
): Promise<Report[]> {
  const organization = await getOrganization(transaction);
  const newestBefore = await findNewestReadings(transaction, reports);
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
  const optimized = new Map(
    [...known.values()].map((device) => [device.id, optimizationStateAt(device, now()) === "on"]),
  );
  if (recorded.length > 0)
    await rollUpReadings(transaction, recorded, newestBefore, organization.timeZone, optimized);
  return recorded;
}

/** Rows that are inserted together name the same fields. */
const emptyMeasures = Object.fromEntries(measures.map((measure) => [measure, null]));

/** When the newest reading of each device was measured. */
async function findNewestReadings(
  transaction: Transaction,
  reports: Report[],
): Promise<Map<string, Date>> {
  const ids = [...new Set(reports.map(({ deviceId }) => deviceId))].map((id) => ({ id }));
  const rows = await queryRows<{ id: string; newest: string }>(
    transaction,
    sql`
    select given.id, found.measured_at as newest
    from jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) given (id uuid)
    cross join lateral (
      select measured_at from device_readings r where r.device_id = given.id
      order by measured_at desc limit 1) found`,
  );
  return new Map(rows.map(({ id, newest }) => [id, new Date(newest)]));
}

/** Devices that were silent for too long and have said something again. */
async function endSilence(transaction: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .update(devices)
    .set({ staleSince: null, connectionCause: "reading" })
    .where(inArray(devices.id, ids));
}
