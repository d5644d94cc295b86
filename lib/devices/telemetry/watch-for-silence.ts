import "server-only";
import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { devices } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { readConnectionSettings } from "../connections/connection-settings";

/** The most devices that one run marks as silent; the next run goes on. */
const most = 5000;

/**
 * Marks connected devices as degraded that have said nothing for too long. The index of connected devices by
 * their last reading is read from its old end: devices that report in time are never looked at.
 */
export const watchForSilence = defineCommand({
  name: "watchForSilence",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const { staleAfterMinutes } = await readConnectionSettings(transaction);
    const limit = new Date(now().getTime() - staleAfterMinutes * 60_000);
    const silent = transaction
      .select({ id: devices.id })
      .from(devices)
      .where(
        and(
          eq(devices.connectionState, "connected"),
          isNull(devices.deletedAt),
          lt(devices.lastSeenSort, limit),
          // Connected a moment ago, a device has not had the time to say anything.
          lt(devices.updatedAt, limit),
        ),
      )
      .orderBy(asc(devices.lastSeenSort), asc(devices.id))
      .limit(most)
      .for("no key update", { skipLocked: true });
    const marked = await transaction
      .update(devices)
      .set({
        staleSince: now(),
        connectionCause: "silence",
        connectionStatus: "warning",
        monitoringStatus: "warning",
        updatedAt: sql`${devices.updatedAt}`,
      })
      .where(inArray(devices.id, sql`(select id from ${silent.as("silent")})`))
      .returning({ id: devices.id });
    return { result: { degraded: marked.length }, audit: [] };
  },
});
