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

function selectDisconnected(transaction: Transaction) {
  return transaction
    .select({
      id: devices.id,
      kind: devices.kind,
      manufacturer: devices.manufacturer,
      model: devices.model,
      disconnectedSince: devices.disconnectedSince,
      /** When the customer was last given a link since the connection was lost. */
      linkSentAt: sql<string | null>`(
        select max(link.created_at) from connect_links link
        where link.organization_id = ${devices.organizationId} and link.device_id = ${devices.id}
          and link.created_at >= ${devices.disconnectedSince})`.mapWith((value) =>
        value === null ? null : new Date(value),
      ),
      ...nameColumns,
    })
    .from(devices)
    .innerJoin(
      users,
      and(eq(users.organizationId, devices.organizationId), eq(users.id, devices.userId)),
    )
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectDisconnected>>[number];

const toShown = ({ companyName: _, firstName: __, lastName: ___, ...row }: Row) => ({
  ...row,
  ownerName: personName({ companyName: _, firstName: __, lastName: ___, email: row.email }),
});

const isDisconnected = and(
  isNotNull(devices.disconnectedSince),
  eq(devices.connectionState, "disconnected"),
  isNull(devices.deletedAt),
);

/** Devices that have waited longest for their customer to connect them again. */
export async function listLongestDisconnected(transaction: Transaction) {
  const rows = await selectDisconnected(transaction)
    .where(isDisconnected)
    .orderBy(asc(devices.disconnectedSince), asc(devices.id))
    .limit(MAX_SHOWN);
  return rows.map(toShown);
}

/** Devices that lost their connection within the last day, the newest first. */
export async function listNewlyDisconnected(transaction: Transaction) {
  const since = DateTime.fromJSDate(now()).minus({ hours: NEW_HOURS }).toJSDate();
  const rows = await selectDisconnected(transaction)
    .where(and(isDisconnected, gte(devices.disconnectedSince, since)))
    .orderBy(desc(devices.disconnectedSince), desc(devices.id))
    .limit(MAX_SHOWN);
  return rows.map(toShown);
}
