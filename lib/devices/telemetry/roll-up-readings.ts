import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { measures } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { listTouchedHours } from "./reading-hours";
import { energyOfRow, givenPower, weightedReadings } from "./weighted-readings";

/** What a device's settings are says nothing of hours that ended longer ago. */
const MAX_OPTIMIZATION_LAG_MS = 7_200_000;

type Moment = { deviceId: string; measuredAt: Date };

/**
 * Recalculates the hours and days that readings belong to or say something of. The caller holds the devices' rows
 * locked, so that nobody else is working on the same hours.
 * @param added readings that are stored, and were not before
 * @param newestBefore when the newest reading of each device was measured that was there before
 * @param optimized whether each device is optimised now
 */
export async function rollUpReadings(
  transaction: Transaction,
  added: Moment[],
  newestBefore: ReadonlyMap<string, Date>,
  timeZone: string,
  optimized: ReadonlyMap<string, boolean>,
): Promise<void> {
  const hours: object[] = [];
  const days = new Map<string, object>();
  for (const [deviceId, moments] of groupByDevice(added)) {
    const before = newestBefore.get(deviceId);
    const latest = new Date(Math.max(...[before, ...moments].map((at) => at?.getTime() ?? 0)));
    for (const { from, until } of listTouchedHours(moments, before, timeZone)) {
      const isRecent = now().getTime() - until.getTime() < MAX_OPTIMIZATION_LAG_MS;
      const is_optimized = isRecent ? (optimized.get(deviceId) ?? null) : null;
      hours.push({ device_id: deviceId, hour: from, ends: until, latest, is_optimized });
      const day = DateTime.fromJSDate(from, { zone: timeZone }).startOf("day");
      days.set(`${deviceId} ${day.toMillis()}`, {
        device_id: deviceId,
        day: day.toISODate(),
        starts: day.toISO(),
        ends: day.plus({ days: 1 }).startOf("day").toISO(),
      });
    }
  }
  await transaction.execute(rollUpHours(hours));
  await transaction.execute(rollUpDays([...days.values()]));
}

function groupByDevice(moments: Moment[]): Map<string, Date[]> {
  const groups = new Map<string, Date[]>();
  for (const { deviceId, measuredAt } of moments) {
    const group = groups.get(deviceId);
    if (group) group.push(measuredAt);
    else groups.set(deviceId, [measuredAt]);
  }
  return groups;
}

/** Readings of the hour before say how much energy an hour took, but are not of its means. */
const own = (aggregate: string) => `${aggregate} filter (where is_own)`;

const columns = measures.flatMap((measure) => {
  const name = toSnakeCase(measure);
  return [
    { name, ofReadings: own(`avg(${name})`), ofHours: `avg(${name})` },
    { name: `${name}_lowest`, ofReadings: own(`min(${name})`), ofHours: `min(${name}_lowest)` },
    { name: `${name}_highest`, ofReadings: own(`max(${name})`), ofHours: `max(${name}_highest)` },
  ];
});

const list = (of: (column: (typeof columns)[number]) => string) =>
  sql.raw(columns.map(of).join(", "));
const names = list(({ name }) => name);
const renewed = list(({ name }) => `${name} = excluded.${name}`);

const energies = [
  "energy_wh",
  "covered_seconds",
  "given_energy_wh",
  "household_energy_wh",
  "household_covered_seconds",
];
const energyNames = sql.raw(energies.join(", "));
const renewedEnergy = sql.raw(energies.map((name) => `${name} = excluded.${name}`).join(", "));

const readingsOfHour = weightedReadings({
  device: sql`given.device_id`,
  from: sql`given.hour`,
  until: sql`given.ends`,
  latest: sql`given.latest`,
});

/** Each hour is looked up by the key of its readings: a join could be planned as a scan of them all. */
function rollUpHours(hours: object[]): SQL {
  return sql`
    insert into hourly_readings as kept
      (organization_id, device_id, hour, readings, active_seconds, is_optimized, ${energyNames}, ${names})
    select current_organization(), given.device_id, given.hour, found.readings, found.active_seconds, given.is_optimized,
      ${energyNames}, ${list(({ name }) => `found.${name}`)}
    from jsonb_to_recordset(${JSON.stringify(hours)}::jsonb)
      given (device_id uuid, hour timestamptz, ends timestamptz, latest timestamptz, is_optimized boolean)
    cross join lateral (
      select count(*) filter (where is_own)::int as readings,
        coalesce(sum(power_seconds) filter (where power_w > 0), 0)::int as active_seconds,
        sum(power_w * power_seconds) filter (where power_seconds > 0) / 3600 as energy_wh,
        coalesce(sum(power_seconds), 0)::int as covered_seconds,
        sum(${givenPower} * power_seconds) filter (where power_seconds > 0
          and (battery_power_w is not null or grid_power_w is not null)) / 3600 as given_energy_wh,
        sum(household_power_w * household_seconds) filter (where household_seconds > 0) / 3600 as household_energy_wh,
        coalesce(sum(household_seconds), 0)::int as household_covered_seconds,
        ${list(({ name, ofReadings }) => `${ofReadings} as ${name}`)}
      from ${readingsOfHour} r) found
    where found.readings > 0 or found.covered_seconds > 0 or found.household_covered_seconds > 0
    on conflict (organization_id, device_id, hour) do update set readings = excluded.readings,
      active_seconds = excluded.active_seconds,
      is_optimized = case when excluded.is_optimized is null or excluded.is_optimized = kept.is_optimized
        then kept.is_optimized end, ${renewedEnergy}, ${renewed}`;
}

/** A day of which some hours were not weighted by time has an energy, but nobody knows of how much time. */
function rollUpDays(days: object[]): SQL {
  const anHour = sql`1`;
  return sql`
    insert into daily_readings (organization_id, device_id, day, hours, is_optimized, ${energyNames}, ${names})
    select current_organization(), given.device_id, given.day, found.hours, found.is_optimized,
      ${energyNames}, ${list(({ name }) => `found.${name}`)}
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
      given (device_id uuid, day date, starts timestamptz, ends timestamptz)
    cross join lateral (
      select count(*) filter (where readings > 0)::int as hours,
        case when count(*) filter (where covered_seconds > 0 and is_optimized is null) = 0
          and bool_and(is_optimized) filter (where covered_seconds > 0)
            = bool_or(is_optimized) filter (where covered_seconds > 0)
          then bool_and(is_optimized) filter (where covered_seconds > 0) end as is_optimized,
        sum(${energyOfRow("power", anHour)}) as energy_wh,
        case when bool_and(covered_seconds is not null) then sum(covered_seconds)::int end as covered_seconds,
        sum(${energyOfRow("given_power", anHour)}) as given_energy_wh,
        sum(${energyOfRow("household_power", anHour)}) as household_energy_wh,
        case when bool_and(household_covered_seconds is not null)
          then sum(household_covered_seconds)::int end as household_covered_seconds,
        ${list(({ name, ofHours }) => `${ofHours} as ${name}`)}
      from hourly_readings h where h.device_id = given.device_id
        and h.hour >= given.starts and h.hour < given.ends) found
    on conflict (organization_id, device_id, day) do update set hours = excluded.hours,
      is_optimized = excluded.is_optimized, ${renewedEnergy}, ${renewed}`;
}
