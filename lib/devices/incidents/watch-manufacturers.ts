import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { connectionChanges, incidentDevices, incidents, manufacturerHours } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { dropThreshold, isOver, windowMinutes } from "./unusual-drops";

/** Days over which is averaged what is usual. */
const memoryDays = 14;

const hour = 3_600_000;

const dropped = sql`after in ('disconnected', 'degraded') and before in ('connected', 'degraded')`;

/**
 * Opens an incident when unusually many of one manufacturer's devices drop together, follows it, and closes it
 * when they are back. It compares the last quarter of an hour with what is usual for the same manufacturer.
 */
export const watchManufacturers = defineCommand({
  name: "watchManufacturers",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  locksOrganization: true,
  async run({ actor, transaction }) {
    const { organizationId } = actor;
    await rememberHours(transaction, organizationId);
    const audit = await followOpen(transaction, organizationId);
    const open = await transaction
      .select({ manufacturer: incidents.manufacturer })
      .from(incidents)
      .where(isNull(incidents.closedAt));
    const isOpen = new Set(open.map(({ manufacturer }) => manufacturer));
    let opened = 0;
    for (const drop of await recentDrops(transaction)) {
      if (isOpen.has(drop.manufacturer)) continue;
      const usual = await countExpectedDrops(transaction, drop.manufacturer);
      const threshold = dropThreshold(usual);
      if (drop.devices < threshold) continue;
      audit.push(await openIncident(transaction, organizationId, { ...drop, usual, threshold }));
      opened += 1;
    }
    return { result: { opened }, audit };
  },
});

const windowStart = () => new Date(now().getTime() - windowMinutes * 60_000);

/**
 * Devices that dropped within the window, by manufacturer. One that came and went counts once; a drop that an
 * incident has counted is that incident's, also when it is over.
 */
async function recentDrops(transaction: Transaction) {
  return transaction
    .select({
      manufacturer: connectionChanges.manufacturer,
      devices: sql<number>`count(distinct ${connectionChanges.deviceId})::int`,
      since: sql<string>`min(${connectionChanges.changedAt})`,
    })
    .from(connectionChanges)
    .where(
      and(
        dropped,
        sql`${connectionChanges.changedAt} > ${windowStart().toISOString()}::timestamptz`,
        sql`not exists (select from ${incidentDevices} known
          where known.device_id = ${connectionChanges.deviceId} and known.dropped_at >= ${connectionChanges.changedAt})`,
      ),
    )
    .groupBy(connectionChanges.manufacturer);
}

/** Drops of a manufacturer in a window, on average of the hours in which nothing was wrong. */
async function countExpectedDrops(transaction: Transaction, manufacturer: string): Promise<number> {
  const since = new Date(now().getTime() - memoryDays * 24 * hour).toISOString();
  const [row] = await transaction
    .select({
      drops: sql<number>`coalesce(sum(${manufacturerHours.drops}) filter (where not ${manufacturerHours.isDuringIncident}), 0)::int`,
      hours: sql<number>`count(*) filter (where not ${manufacturerHours.isDuringIncident})::int`,
    })
    .from(manufacturerHours)
    .where(
      and(
        eq(manufacturerHours.manufacturer, manufacturer),
        sql`${manufacturerHours.hour} > ${since}::timestamptz`,
      ),
    );
  if (!row || row.hours === 0) return 0;
  return (row.drops / row.hours) * (windowMinutes / 60);
}

/** Writes down the hour that has just ended, once: every manufacturer that has devices, drops or none. */
async function rememberHours(transaction: Transaction, organizationId: string): Promise<void> {
  const end = new Date(Math.floor(now().getTime() / hour) * hour);
  const start = new Date(end.getTime() - hour);
  const [known] = await transaction
    .select({ hour: manufacturerHours.hour })
    .from(manufacturerHours)
    .where(eq(manufacturerHours.hour, start))
    .limit(1);
  if (known) return;
  await transaction.execute(sql`
    insert into manufacturer_hours (organization_id, manufacturer, hour, drops, is_during_incident)
    select ${organizationId}::uuid, m.manufacturer, ${start.toISOString()}::timestamptz, coalesce(c.drops, 0),
      exists (select from incidents i where i.manufacturer = m.manufacturer
        and i.started_at < ${end.toISOString()}::timestamptz and coalesce(i.closed_at, 'infinity') > ${start.toISOString()}::timestamptz)
    from (select distinct manufacturer from device_models) m
    left join (
      select manufacturer, count(distinct device_id)::int as drops from connection_changes
      where ${dropped} and changed_at >= ${start.toISOString()}::timestamptz and changed_at < ${end.toISOString()}::timestamptz
      group by manufacturer) c on c.manufacturer = m.manufacturer
    on conflict do nothing`);
  await transaction.execute(sql`
    delete from manufacturer_hours where hour < ${new Date(now().getTime() - memoryDays * 24 * hour).toISOString()}::timestamptz`);
}

type Unusual = {
  manufacturer: string;
  devices: number;
  since: string;
  usual: number;
  threshold: number;
};

async function openIncident(
  transaction: Transaction,
  organizationId: string,
  { manufacturer, devices, since, usual, threshold }: Unusual,
): Promise<AuditEntry> {
  const id = uuidv7();
  await transaction.insert(incidents).values({
    organizationId,
    id,
    manufacturer,
    startedAt: new Date(since),
    openedAt: now(),
    affected: devices,
    stillAffected: devices,
    counted: devices,
    windowMinutes,
    usual,
    threshold,
  });
  await addDropped(transaction, organizationId, { id, manufacturer, startedAt: new Date(since) });
  return {
    action: "incident.opened",
    target: { type: "incident", id, name: manufacturer },
    changes: { devices: { before: null, after: devices } },
  };
}

/** Adds the devices that dropped since an incident began. */
async function addDropped(
  transaction: Transaction,
  organizationId: string,
  { id, manufacturer, startedAt }: { id: string; manufacturer: string; startedAt: Date },
): Promise<void> {
  const from = new Date(Math.max(startedAt.getTime(), windowStart().getTime()));
  await transaction.execute(sql`
    insert into incident_devices (organization_id, incident_id, device_id, dropped_at)
    select ${organizationId}::uuid, ${id}::uuid, device_id, max(changed_at) from connection_changes
    where ${dropped} and manufacturer = ${manufacturer} and changed_at >= ${from.toISOString()}::timestamptz
    group by device_id
    on conflict (organization_id, incident_id, device_id)
    do update set returned_at = null, dropped_at = excluded.dropped_at
      where incident_devices.returned_at is not null and excluded.dropped_at > incident_devices.returned_at`);
}

/** Brings the open incidents up to date, and closes those that are over. */
async function followOpen(transaction: Transaction, organizationId: string) {
  const open = await transaction.select().from(incidents).where(isNull(incidents.closedAt));
  const audit: AuditEntry[] = [];
  for (const incident of open) {
    await addDropped(transaction, organizationId, incident);
    await transaction.execute(sql`
      update incident_devices i set returned_at = ${now().toISOString()}::timestamptz from devices d
      where i.incident_id = ${incident.id} and i.returned_at is null and d.organization_id = i.organization_id
        and d.id = i.device_id and (d.connection_state = 'connected' or d.deleted_at is not null)`);
    const [numbers] = await transaction
      .select({
        affected: sql<number>`count(*)::int`,
        stillAffected: sql<number>`(count(*) filter (where ${incidentDevices.returnedAt} is null))::int`,
      })
      .from(incidentDevices)
      .where(eq(incidentDevices.incidentId, incident.id));
    const counts = numbers ?? { affected: 0, stillAffected: 0 };
    const isClosed = isOver(counts);
    await transaction
      .update(incidents)
      .set({ ...counts, ...(isClosed && { closedAt: now() }) })
      .where(eq(incidents.id, incident.id));
    if (isClosed) {
      audit.push({
        action: "incident.closed",
        target: { type: "incident", id: incident.id, name: incident.manufacturer },
        changes: { devices: { before: null, after: counts.affected } },
      });
    }
  }
  return audit;
}
