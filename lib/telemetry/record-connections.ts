import "server-only";
import { and, inArray, isNull } from "drizzle-orm";
import { devices } from "@/db/schema";
import { updateMany } from "@/db/update-many";
import { defineCommand } from "../access/use-case";
import { now } from "../clock";
import { z } from "../validation/problems";
import { mostReports } from "./record-readings";

const change = z.object({
  deviceId: z.uuid(),
  isConnected: z.boolean(),
  /** Why, as the manufacturer said it. */
  reason: z.string().trim().min(1).max(500).optional(),
});

/**
 * Takes in that devices lost their authorization at the manufacturer, or have it again. The database writes
 * the history of it. Whoever is as they are said to be stays untouched.
 */
export const recordConnections = defineCommand({
  name: "recordConnections",
  input: z.object({ changes: z.array(change).max(mostReports) }),
  requires: { action: "update", resource: "housekeeping" },
  async run({ input, transaction }) {
    const wanted = new Map(input.changes.map((change) => [change.deviceId, change]));
    const found = await transaction
      .select({ id: devices.id, isAuthenticated: devices.isAuthenticated })
      .from(devices)
      .where(and(inArray(devices.id, [...wanted.keys()]), isNull(devices.deletedAt)))
      .orderBy(devices.id)
      .for("no key update");
    const changed = found.flatMap(({ id, isAuthenticated }) => {
      const change = wanted.get(id);
      return change && change.isConnected !== isAuthenticated ? [change] : [];
    });
    const lost = changed.filter(({ isConnected }) => !isConnected);
    const regained = changed.filter(({ isConnected }) => isConnected);
    if (lost.length > 0) {
      await transaction.execute(
        updateMany(
          devices,
          "id",
          lost.map(({ deviceId, reason }) => ({
            id: deviceId,
            isAuthenticated: false,
            lifecycleState: "disconnected" as const,
            lifecycleError: reason ?? null,
            disconnectedSince: now(),
            connectionStatus: "error" as const,
            monitoringStatus: "unknown" as const,
            steeringStatus: "unknown" as const,
          })),
        ),
      );
    }
    if (regained.length > 0) {
      await transaction
        .update(devices)
        .set({
          isAuthenticated: true,
          lifecycleState: "authenticated",
          lifecycleError: null,
          disconnectedSince: null,
          connectionStatus: "ok",
          monitoringStatus: "ok",
          steeringStatus: "ok",
        })
        .where(
          inArray(
            devices.id,
            regained.map(({ deviceId }) => deviceId),
          ),
        );
    }
    return { result: { changed: changed.length }, audit: [] };
  },
});
