import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import { connectionChanges, deviceReadings } from "@/db/schema";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { findDevice, loadDevice, onDevice } from "../devices/find-device";
import { measuresByKind } from "./device-reports";

const page = z.object({
  id: z.uuid(),
  /** Only what was measured before this moment. */
  before: z.iso.datetime().optional(),
  size: z.coerce.number().int().min(1).max(1000).default(100),
});

/**
 * What a device reported, as it came, the newest first.
 * @returns a page, and the moment before which the next one begins
 */
export const listReadings = defineQuery({
  name: "listReadings",
  input: page,
  load: loadDevice,
  requires: onDevice("read"),
  async run({ input, transaction }) {
    const { id, kind, manufacturer, model, externalDeviceId } = await findDevice(
      transaction,
      input.id,
    );
    const found = await transaction
      .select()
      .from(deviceReadings)
      .where(
        and(
          eq(deviceReadings.deviceId, input.id),
          input.before ? lt(deviceReadings.measuredAt, new Date(input.before)) : undefined,
        ),
      )
      .orderBy(desc(deviceReadings.measuredAt))
      .limit(input.size + 1);
    const rows = found.slice(0, input.size).map(({ organizationId, deviceId, ...row }) => row);
    return {
      device: { id, kind, manufacturer, model, externalDeviceId },
      measures: measuresByKind[kind],
      rows,
      next: found.length > input.size ? rows.at(-1)?.measuredAt.toISOString() : undefined,
    };
  },
});

/** How a device's connection changed, the latest first. */
export const listConnectionChanges = defineQuery({
  name: "listConnectionChanges",
  input: z.object({ id: z.uuid() }),
  load: loadDevice,
  requires: onDevice("read"),
  async run({ input, transaction }) {
    return transaction
      .select({
        id: connectionChanges.id,
        before: connectionChanges.before,
        after: connectionChanges.after,
        reason: connectionChanges.reason,
        cause: connectionChanges.cause,
        changedAt: connectionChanges.changedAt,
      })
      .from(connectionChanges)
      .where(eq(connectionChanges.deviceId, input.id))
      .orderBy(desc(connectionChanges.changedAt), desc(connectionChanges.id))
      .limit(20);
  },
});
