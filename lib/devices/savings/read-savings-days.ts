import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import type { PriceFeed } from "@/db/schema";
import { listDataPeriods } from "../telemetry/data-periods";
import type { DayOfDevice } from "./compute-savings";

type Span = { firstDay: DateTime; lastDay: DateTime };

export type MeasuredDevice = { id: string; priceZone: string };

/**
 * The days of some devices, in order of time: with what they took and what it cost in each hour where a device was
 * optimised on any of them.
 * @param span the first and the last day, at the beginning of each in the organization's time zone
 */
export async function readSavingsDays(
  transaction: Transaction,
  devices: readonly MeasuredDevice[],
  feed: PriceFeed,
  span: Span,
): Promise<Map<string, DayOfDevice[]>> {
  const ids = JSON.stringify(devices.map(({ id }) => ({ id })));
  const timeZone = span.firstDay.zoneName ?? "UTC";
  const from = span.firstDay.toISO();
  const until = span.lastDay.plus({ days: 1 }).toISO();
  const days = await queryRows<DayRow>(
    transaction,
    sql`
    select given.id as "deviceId", to_char(r.day, 'YYYY-MM-DD') as day, r.is_optimized as "isOptimized",
      r.covered_seconds as "coveredSeconds"
    from jsonb_to_recordset(${ids}::jsonb) given (id uuid)
    cross join lateral (
      select day, is_optimized, covered_seconds from daily_readings
      where device_id = given.id
        and day between ${span.firstDay.toISODate()}::date and ${span.lastDay.toISODate()}::date
      offset 0) r
    order by r.day`,
  );
  // Hours and prices are most of the work, and say nothing of a device that was never optimised.
  const optimized = new Set(days.flatMap((day) => (day.isOptimized ? [day.deviceId] : [])));
  const compared = devices.filter(({ id }) => optimized.has(id));
  const hours = await queryRows<HourRow>(transaction, hoursOfDevices(compared, { from, until }));
  const energyAt = new Map(hours.map((row) => [keyOf(row.deviceId, row.at), row.energyWh]));
  const zones = [...new Set(compared.map(({ priceZone }) => priceZone))];
  const priceAt = await readHourlyPrices(transaction, feed, zones, { from, until });
  const zoneOf = new Map(devices.map(({ id, priceZone }) => [id, priceZone]));
  const hoursOf = hoursOfDays(timeZone);
  const found = new Map<string, DayOfDevice[]>(devices.map(({ id }) => [id, []]));
  for (const { deviceId, day, isOptimized, coveredSeconds } of days) {
    const { moments, seconds } = hoursOf(day);
    const zone = zoneOf.get(deviceId) ?? "";
    found.get(deviceId)?.push({
      ...{ day, isOptimized },
      coverage: coveredSeconds === null ? null : coveredSeconds / seconds,
      hours: moments.map(({ at, clock }) => ({
        clock,
        energyWh: energyAt.get(keyOf(deviceId, at)) ?? null,
        pricePerMwh: priceAt.get(keyOf(zone, at)) ?? null,
      })),
    });
  }
  return found;
}

type DayRow = {
  deviceId: string;
  day: string;
  isOptimized: boolean | null;
  coveredSeconds: number | null;
};
type HourRow = { deviceId: string; at: string; energyWh: number };

const keyOf = (of: string, at: string | Date) => `${of} ${new Date(at).getTime()}`;

type Moments = { from: string | null; until: string | null };

/** The statement that reads what devices took in each hour: by `offset`, each one's hours are looked up by their key. */
export function hoursOfDevices(devices: readonly { id: string }[], { from, until }: Moments): SQL {
  return sql`
    select given.id as "deviceId", r.hour as at, r.energy_wh as "energyWh"
    from jsonb_to_recordset(${JSON.stringify(devices.map(({ id }) => ({ id })))}::jsonb) given (id uuid)
    cross join lateral (
      select hour, energy_wh from hourly_readings
      where device_id = given.id and hour >= ${from}::timestamptz and hour < ${until}::timestamptz
        and energy_wh is not null
      offset 0) r`;
}

/** The statement that reads what an hour cost in each zone. */
export function hourlyPrices(
  feed: PriceFeed,
  zones: readonly string[],
  { from, until }: Moments,
): SQL {
  return sql`
    select given.zone, p.at, p.price
    from jsonb_to_recordset(${JSON.stringify(zones.map((zone) => ({ zone })))}::jsonb) given (zone text)
    cross join lateral (
      select date_bin('1 hour', starts_at, ${from}::timestamptz) as at, avg(price_per_mwh) as price
      from day_ahead_prices
      where feed = ${feed} and price_zone = given.zone
        and starts_at >= ${from}::timestamptz and starts_at < ${until}::timestamptz
      group by 1 having count(*) = 4) p`;
}

/** What an hour cost in each zone: the mean of its quarter-hours, where all are known. */
async function readHourlyPrices(
  transaction: Transaction,
  feed: PriceFeed,
  zones: readonly string[],
  span: Moments,
): Promise<Map<string, number>> {
  const rows = await queryRows<{ zone: string; at: string; price: number }>(
    transaction,
    hourlyPrices(feed, zones, span),
  );
  return new Map(rows.map(({ zone, at, price }) => [keyOf(zone, at), price]));
}

/** The hours of a day, each by when it begins and by the clock; kept, since devices share their days. */
function hoursOfDays(timeZone: string) {
  const known = new Map<string, HoursOfDay>();
  return (day: string): HoursOfDay => {
    const made = known.get(day) ?? buildHours(day, timeZone);
    known.set(day, made);
    return made;
  };
}

const DAY_SECONDS = 86_400;

type HoursOfDay = { moments: { at: Date; clock: number }[]; seconds: number };

function buildHours(day: string, timeZone: string): HoursOfDay {
  const start = DateTime.fromISO(day, { zone: timeZone }).startOf("day");
  const end = start.plus({ days: 1 }).startOf("day");
  const seconds = end.diff(start).as("seconds");
  if (seconds === DAY_SECONDS && start.offset === end.offset) {
    const at = (clock: number) => new Date(start.toMillis() + clock * 3_600_000);
    return {
      moments: Array.from({ length: 24 }, (_, clock) => ({ at: at(clock), clock })),
      seconds,
    };
  }
  const hours = listDataPeriods("hour", start.toJSDate(), end.toJSDate(), timeZone);
  return {
    moments: hours.map(({ start: at }) => ({
      at,
      clock: DateTime.fromJSDate(at, { zone: timeZone }).hour,
    })),
    seconds,
  };
}
