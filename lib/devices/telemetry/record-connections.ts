import "server-only";
import { and, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type connectionCauses, devices } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { maxReports } from "./record-readings";

const change = z.object({
  deviceId: z.uuid(),
  isConnected: z.boolean(),
  /** The end-user took access away on purpose: nobody is to remind them. */
  isWithdrawn: z.boolean().default(false),
  /** Why, as the manufacturer said it. */
  reason: z.string().trim().min(1).max(500).optional(),
});

type ConnectionChange = z.output<typeof change>;

/**
 * Takes in that devices lost their authorization at the manufacturer, or have it again. The database writes
 * the history of it. Devices whose state is unchanged stay untouched.
 */
export const recordConnections = defineCommand({
  name: "recordConnections",
  input: z.object({ changes: z.array(change).max(maxReports) }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, transaction }) {
    const changed = await writeConnections(transaction, input.changes, "reported");
    return { result: { changed: changed.length }, audit: [] };
  },
});

/** @returns the ids of the devices whose connection is another now */
export async function writeConnections(
  transaction: Transaction,
  changes: ConnectionChange[],
  cause: (typeof connectionCauses)[number],
): Promise<string[]> {
  const wanted = new Map(changes.map((change) => [change.deviceId, change]));
  const found = await transaction
    .select({
      id: devices.id,
      isAuthenticated: devices.isAuthenticated,
      lifecycleState: devices.lifecycleState,
    })
    .from(devices)
    .where(and(inArray(devices.id, [...wanted.keys()]), isNull(devices.deletedAt)))
    .orderBy(devices.id)
    .for("no key update");
  const changed = found.flatMap(({ id, isAuthenticated, lifecycleState }) => {
    const change = wanted.get(id);
    if (!change) return [];
    const isOther =
      change.isConnected !== isAuthenticated ||
      (change.isConnected && lifecycleState === "error") ||
      (change.isWithdrawn && lifecycleState !== "revoked");
    return isOther ? [change] : [];
  });
  const lost = changed.filter(({ isConnected }) => !isConnected);
  const regained = changed.filter(({ isConnected }) => isConnected).map((one) => one.deviceId);
  if (lost.length > 0) await writeLost(transaction, lost, cause);
  if (regained.length > 0) await writeRegained(transaction, regained, cause);
  return changed.map(({ deviceId }) => deviceId);
}

/** One statement for each reason that is given; those who are lost together mostly share theirs. */
async function writeLost(
  transaction: Transaction,
  lost: ConnectionChange[],
  cause: (typeof connectionCauses)[number],
): Promise<void> {
  const alike = new Map<string, ConnectionChange[]>();
  for (const change of lost) {
    const key = JSON.stringify([change.isWithdrawn, change.reason]);
    alike.set(key, [...(alike.get(key) ?? []), change]);
  }
  for (const changes of alike.values()) {
    const { isWithdrawn, reason } = changes[0] ?? { isWithdrawn: false };
    const ids = changes.map(({ deviceId }) => deviceId);
    await transaction
      .update(devices)
      .set({
        isAuthenticated: false,
        lifecycleState: isWithdrawn ? "revoked" : "disconnected",
        lifecycleError: reason ?? null,
        disconnectedSince: now(),
        staleSince: null,
        connectionCause: cause,
        connectionStatus: "error",
        monitoringStatus: "unknown",
        steeringStatus: "unknown",
      })
      .where(inArray(devices.id, ids));
  }
}

async function writeRegained(
  transaction: Transaction,
  ids: string[],
  cause: (typeof connectionCauses)[number],
): Promise<void> {
  await transaction
    .update(devices)
    .set({
      isAuthenticated: true,
      lifecycleState: "authenticated",
      lifecycleError: null,
      disconnectedSince: null,
      staleSince: null,
      connectionCause: cause,
      connectionStatus: "ok",
      monitoringStatus: "ok",
      steeringStatus: "ok",
    })
    .where(inArray(devices.id, ids));
}
