import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import type { DeviceState } from "./device-reports";
import { MAX_GAP_MS, toReadingHour } from "./reading-hours";
import { energyOfRow, weightedReadings } from "./weighted-readings";

type Report = { deviceId: string; measuredAt: Date; state: DeviceState };

/**
 * Counts what charging sessions came to that new readings say something of: whole hours from their rows, the rest
 * from the readings.
 * @param added readings that are stored, and were not before
 */
export async function countChargedEnergy(transaction: Transaction, added: Report[]): Promise<void> {
  const vehicles = added.filter(({ state }) => state.kind === "electric_vehicle");
  if (vehicles.length === 0) return;
  const { timeZone } = await getOrganization(transaction);
  const sessions = await listTouchedSessions(transaction, vehicles);
  if (sessions.length === 0) return;
  const counted = sessions.map(({ id, device_id, plugged_in_at, ends }) => ({
    id,
    device_id,
    from: plugged_in_at,
    first: toReadingHour(new Date(plugged_in_at), timeZone).until,
    last: toReadingHour(new Date(ends), timeZone).from,
    ends,
    // What is said at the very end counts as the highest power, too.
    until: new Date(new Date(ends).getTime() + 1),
  }));
  await transaction.execute(countSessions(counted));
}

/** The sessions of which readings could change something: those at their time, and the one before it. */
async function listTouchedSessions(transaction: Transaction, added: Report[]) {
  const spans = new Map<string, { from: number; until: number }>();
  for (const { deviceId, measuredAt } of added) {
    const at = measuredAt.getTime();
    const { from, until } = spans.get(deviceId) ?? { from: at, until: at };
    spans.set(deviceId, { from: Math.min(from, at), until: Math.max(until, at) });
  }
  const given = [...spans].map(([device_id, { from, until }]) => ({
    device_id,
    from: new Date(from),
    until: new Date(until + MAX_GAP_MS),
  }));
  return queryRows<{ id: string; device_id: string; plugged_in_at: string; ends: string }>(
    transaction,
    sql`
    select s.id, s.device_id, s.plugged_in_at, coalesce(s.unplugged_at, s.reported_at) as ends
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      given (device_id uuid, "from" timestamptz, until timestamptz)
    join charging_sessions s on s.device_id = given.device_id and s.plugged_in_at < given.until
      and s.plugged_in_at >= coalesce((select max(plugged_in_at) from charging_sessions earlier
        where earlier.device_id = given.device_id and earlier.plugged_in_at <= given."from"), given."from")`,
  );
}

/** What readings within a part of a session come to; the part is empty where it ends before it begins. */
const partOf = (from: SQL, until: SQL) => sql`
  select coalesce(sum(power_w * power_seconds) / 3600, 0) as energy_wh,
    coalesce(sum(power_seconds) filter (where power_w > 0), 0) as seconds,
    coalesce(max(power_w) filter (where is_own), 0) as highest
  from ${weightedReadings({ device: sql`given.device_id`, from, until, latest: sql`given.ends` })} r`;

const countSessions = (sessions: object[]) => sql`
  update charging_sessions s set energy_wh = begun.energy_wh + whole.energy_wh + ended.energy_wh,
    charging_seconds = begun.seconds + whole.seconds + ended.seconds,
    highest_power_w = greatest(begun.highest, whole.highest, ended.highest)
  from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) given (id uuid, device_id uuid,
    "from" timestamptz, "first" timestamptz, "last" timestamptz, ends timestamptz, until timestamptz)
  cross join lateral (${partOf(sql`given."from"`, sql`least(given."first", given.until)`)}) begun
  cross join lateral (
    select coalesce(sum(${energyOfRow("power", sql`1`)}), 0) as energy_wh,
      coalesce(sum(coalesce(active_seconds, case when power_w > 0 then 3600 end)), 0) as seconds,
      coalesce(max(power_w_highest), 0) as highest
    from hourly_readings h where h.device_id = given.device_id
      and h.hour >= given."first" and h.hour < given."last") whole
  cross join lateral (${partOf(sql`greatest(given."last", given."first")`, sql`given.until`)}) ended
  where s.id = given.id`;
