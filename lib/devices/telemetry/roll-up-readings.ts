import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { measures } from "@/db/schema";

type Moment = { deviceId: string; measuredAt: Date };

/**
 * Recalculates the hours and days that readings belong to. The caller holds the devices' rows locked,
 * so that nobody else is working on the same hours.
 */
export async function rollUpReadings(
  transaction: Transaction,
  moments: Moment[],
  timeZone: string,
): Promise<void> {
  const hours = new Map<string, object>();
  const days = new Map<string, object>();
  for (const { deviceId, measuredAt } of moments) {
    const hour = DateTime.fromJSDate(measuredAt, { zone: "utc" }).startOf("hour");
    hours.set(`${deviceId} ${hour.toMillis()}`, { device_id: deviceId, hour: hour.toISO() });
    const day = hour.setZone(timeZone).startOf("day");
    days.set(`${deviceId} ${day.toMillis()}`, {
      device_id: deviceId,
      day: day.toISODate(),
      starts: day.toISO(),
      ends: day.plus({ days: 1 }).toISO(),
    });
  }
  await transaction.execute(rollUpHours([...hours.values()]));
  await transaction.execute(rollUpDays([...days.values()]));
}

const columns = measures.flatMap((measure) => {
  const name = toSnakeCase(measure);
  return [
    { name, ofReadings: `avg(${name})`, ofHours: `avg(${name})` },
    { name: `${name}_lowest`, ofReadings: `min(${name})`, ofHours: `min(${name}_lowest)` },
    { name: `${name}_highest`, ofReadings: `max(${name})`, ofHours: `max(${name}_highest)` },
  ];
});

const list = (of: (column: (typeof columns)[number]) => string) =>
  sql.raw(columns.map(of).join(", "));
const names = list(({ name }) => name);
const renewed = list(({ name }) => `${name} = excluded.${name}`);

/** Each hour is looked up by the key of its readings: a join could be planned as a scan of them all. */
function rollUpHours(hours: object[]): SQL {
  return sql`
    insert into hourly_readings (organization_id, device_id, hour, readings, ${names})
    select current_organization(), given.device_id, given.hour, found.readings, ${list(({ name }) => `found.${name}`)}
    from jsonb_to_recordset(${JSON.stringify(hours)}::jsonb) given (device_id uuid, hour timestamptz)
    cross join lateral (
      select count(*)::int as readings, ${list(({ name, ofReadings }) => `${ofReadings} as ${name}`)}
      from device_readings r where r.device_id = given.device_id
        and r.measured_at >= given.hour and r.measured_at < given.hour + interval '1 hour') found
    on conflict (organization_id, device_id, hour) do update set readings = excluded.readings, ${renewed}`;
}

function rollUpDays(days: object[]): SQL {
  return sql`
    insert into daily_readings (organization_id, device_id, day, hours, ${names})
    select current_organization(), given.device_id, given.day, found.hours, ${list(({ name }) => `found.${name}`)}
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
      given (device_id uuid, day date, starts timestamptz, ends timestamptz)
    cross join lateral (
      select count(*)::int as hours, ${list(({ name, ofHours }) => `${ofHours} as ${name}`)}
      from hourly_readings h where h.device_id = given.device_id
        and h.hour >= given.starts and h.hour < given.ends) found
    on conflict (organization_id, device_id, day) do update set hours = excluded.hours, ${renewed}`;
}
