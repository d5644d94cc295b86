import "server-only";
import { and, asc, desc, eq, gte, isNotNull, isNull, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { devices, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";

const MAX_SHOWN = 6;
const NEW_HOURS = 24;

const shownColumns = {
  id: devices.id,
  kind: devices.kind,
  manufacturer: devices.manufacturer,
  model: devices.model,
  disconnectedSince: devices.disconnectedSince,
  ...nameColumns,
};

/** When the customer was last given a link since the connection was lost. */
const linkSentAt = sql`(
  select max(link.created_at) from connect_links link
  where link.organization_id = ${devices.organizationId} and link.device_id = ${devices.id}
    and link.created_at >= ${devices.disconnectedSince})`.mapWith((value): Date | null =>
  value === null ? null : new Date(value),
);

const isOwner = and(eq(users.organizationId, devices.organizationId), eq(users.id, devices.userId));

const isDisconnected = and(
  isNotNull(devices.disconnectedSince),
  eq(devices.connectionState, "disconnected"),
  isNull(devices.deletedAt),
);

/** Devices that have waited longest for their customer to connect them again. */
export async function listLongestDisconnected(transaction: Transaction) {
  const rows = await transaction
    .select(shownColumns)
    .from(devices)
    .innerJoin(users, isOwner)
    .where(isDisconnected)
    .orderBy(asc(devices.disconnectedSince), asc(devices.id))
    .limit(MAX_SHOWN);
  return rows.map((row) => ({ ...row, ownerName: personName(row) }));
}

/** Devices that lost their connection within the last day, the newest first. */
export async function listNewlyDisconnected(transaction: Transaction) {
  const since = DateTime.fromJSDate(now()).minus({ hours: NEW_HOURS }).toJSDate();
  const rows = await transaction
    .select({ ...shownColumns, linkSentAt })
    .from(devices)
    .innerJoin(users, isOwner)
    .where(and(isDisconnected, gte(devices.disconnectedSince, since)))
    .orderBy(desc(devices.disconnectedSince), desc(devices.id))
    .limit(MAX_SHOWN);
  return rows.map((row) => ({ ...row, ownerName: personName(row) }));
}
