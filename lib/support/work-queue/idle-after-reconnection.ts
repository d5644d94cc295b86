import "server-only";
import { and, desc, eq, gte, inArray, isNotNull, isNull } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { connectLinks, devices, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { controllableKinds } from "@/lib/devices/devices/device-kinds";

const MAX_SHOWN = 6;
const RECENT_DAYS = 7;

/** Devices that were connected again with a link within a week and whose optimization is off, the newest first. */
export async function listIdleAfterReconnection(transaction: Transaction) {
  const since = DateTime.fromJSDate(now()).minus({ days: RECENT_DAYS }).toJSDate();
  const rows = await transaction
    .select({
      id: devices.id,
      kind: devices.kind,
      manufacturer: devices.manufacturer,
      model: devices.model,
      connectedAt: connectLinks.completedAt,
      ...nameColumns,
    })
    .from(connectLinks)
    .innerJoin(
      devices,
      and(
        eq(devices.organizationId, connectLinks.organizationId),
        eq(devices.id, connectLinks.deviceId),
      ),
    )
    .innerJoin(
      users,
      and(eq(users.organizationId, devices.organizationId), eq(users.id, devices.userId)),
    )
    .where(
      and(
        gte(connectLinks.completedAt, since),
        isNotNull(connectLinks.deviceId),
        eq(devices.isAuthenticated, true),
        eq(devices.isSmartOptimizationActive, false),
        inArray(devices.kind, controllableKinds),
        isNull(devices.deletedAt),
      ),
    )
    .orderBy(desc(connectLinks.completedAt), desc(connectLinks.id))
    // A device that was connected twice in a week is listed once.
    .limit(2 * MAX_SHOWN);
  const once = [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
  return once.slice(0, MAX_SHOWN).map((row) => ({ ...row, ownerName: personName(row) }));
}
