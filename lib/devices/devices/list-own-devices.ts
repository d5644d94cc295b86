import "server-only";
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connectionChanges, devices } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { readConnectionSettings } from "../connections/connection-settings";
import { areValuesStale } from "../telemetry/stale-values";
import { readKindDetails } from "./read-kind-details";

const MAX_OWN_DEVICES = 100;

export type OwnDevice = Awaited<ReturnType<typeof listOwnDevices>>[number];

type KindDetails = Record<string, string | number | boolean | Date | null>;

/** An end-user's devices as their own page shows them: how each is connected since when, and its latest values. */
export const listOwnDevices = defineQuery({
  name: "listOwnDevices",
  input: z.object({ userId: z.uuid() }),
  requires: ({ input }) => [{ action: "read", resource: "device", ownerId: input.userId }],
  async run({ input, transaction }) {
    const rows = await transaction
      .select({
        id: devices.id,
        kind: devices.kind,
        manufacturer: devices.manufacturer,
        model: devices.model,
        isAuthenticated: devices.isAuthenticated,
        connectionState: devices.connectionState,
        disconnectedSince: devices.disconnectedSince,
        isSmartOptimizationActive: devices.isSmartOptimizationActive,
        pausePowerUntil: devices.pausePowerUntil,
        currentStateLastUpdatedAt: devices.currentStateLastUpdatedAt,
      })
      .from(devices)
      .where(and(eq(devices.userId, input.userId), isNull(devices.deletedAt)))
      .orderBy(asc(devices.createdAt), asc(devices.id))
      .limit(MAX_OWN_DEVICES);
    if (rows.length === 0) return [];
    const details = await readKindDetails(transaction, rows);
    const connectedSince = await readConnectedSince(
      transaction,
      rows.map(({ id }) => id),
    );
    const { staleAfterMinutes } = await readConnectionSettings(transaction);
    return rows.map((device) => ({
      ...device,
      connectedSince: connectedSince.get(device.id) ?? null,
      areValuesStale: areValuesStale(device, staleAfterMinutes, now()),
      kindDetails: { ...details.get(device.id) } as KindDetails,
    }));
  },
});

/** When each device was connected last. */
async function readConnectedSince(
  transaction: Transaction,
  ids: string[],
): Promise<Map<string, Date>> {
  const rows = await transaction
    .selectDistinctOn([connectionChanges.deviceId], {
      id: connectionChanges.deviceId,
      changedAt: connectionChanges.changedAt,
    })
    .from(connectionChanges)
    .where(and(inArray(connectionChanges.deviceId, ids), eq(connectionChanges.after, "connected")))
    .orderBy(connectionChanges.deviceId, desc(connectionChanges.changedAt));
  return new Map(rows.map(({ id, changedAt }) => [id, changedAt]));
}
