import "server-only";
import { and, asc, eq, gt, gte, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { connectLinks, devices, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";

const MAX_SHOWN = 6;

/** A link that nobody has opened for so long calls for a call. */
const UNOPENED_AFTER_HOURS = 24;

/** Older links are no work of today; a case or a new link follows up on them. */
const RECENT_DAYS = 14;

/**
 * Links that were handed out at least a day ago and have not been opened, the oldest first: the newest of each
 * customer or device, and none of a device that is connected.
 */
export async function listUnopenedLinks(transaction: Transaction) {
  const at = DateTime.fromJSDate(now());
  const newer = sql`exists (
    select from connect_links newer
    where newer.organization_id = ${connectLinks.organizationId} and newer.user_id = ${connectLinks.userId}
      and newer.device_id is not distinct from ${connectLinks.deviceId}
      and newer.created_at > ${connectLinks.createdAt})`;
  const rows = await transaction
    .select({
      id: connectLinks.id,
      userId: connectLinks.userId,
      deviceId: connectLinks.deviceId,
      channel: connectLinks.channel,
      createdAt: connectLinks.createdAt,
      manufacturer: devices.manufacturer,
      model: devices.model,
      ...nameColumns,
      phone: users.phone,
    })
    .from(connectLinks)
    .innerJoin(
      users,
      and(eq(users.organizationId, connectLinks.organizationId), eq(users.id, connectLinks.userId)),
    )
    .leftJoin(
      devices,
      and(
        eq(devices.organizationId, connectLinks.organizationId),
        eq(devices.id, connectLinks.deviceId),
      ),
    )
    .where(
      and(
        isNull(connectLinks.openedAt),
        isNull(connectLinks.revokedAt),
        isNull(connectLinks.completedAt),
        gt(connectLinks.expiresAt, now()),
        lt(connectLinks.createdAt, at.minus({ hours: UNOPENED_AFTER_HOURS }).toJSDate()),
        gte(connectLinks.createdAt, at.minus({ days: RECENT_DAYS }).toJSDate()),
        isNull(users.deletedAt),
        isNull(users.archivedAt),
        isNull(devices.deletedAt),
        or(isNull(devices.id), notInArray(devices.connectionState, ["connected", "degraded"])),
        sql`not ${newer}`,
      ),
    )
    .orderBy(asc(connectLinks.createdAt), asc(connectLinks.id))
    .limit(MAX_SHOWN);
  return rows.map((row) => ({
    id: row.id,
    userId: row.userId,
    deviceId: row.deviceId,
    channel: row.channel,
    createdAt: row.createdAt,
    device: row.manufacturer === null ? null : `${row.manufacturer} ${row.model}`,
    ownerName: personName(row),
    phone: row.phone,
  }));
}
