import { DateTime } from "luxon";
import type postgres from "postgres";
import type { DeviceKind } from "../db/schema";
import { MARKET_TIME_ZONE } from "../lib/devices/prices/quarter-price";
import { simulatePrices } from "../lib/devices/prices/simulate-prices";
import { type SimulatedDevice, simulateDevice } from "../lib/devices/simulator/simulate-device";
import { measuresOf } from "../lib/devices/telemetry/device-reports";

/** The demo's devices are in these zones. */
const zones = ["AT", "DE_LU"];
const PRICE_DAYS = 92;

/** Days ago that optimization began, after some days without. */
const OPTIMIZED_DAYS = 14;
const REFERENCE_DAYS = 8;

const halfHour = { minutes: 30 };

/** Writes what energy cost in the demo's zones, up to tomorrow. */
export async function seedDemoPrices(transaction: postgres.TransactionSql): Promise<void> {
  const today = DateTime.now().setZone(MARKET_TIME_ZONE).startOf("day");
  const from = today.minus({ days: PRICE_DAYS }).toJSDate();
  const until = today.plus({ days: 2 }).toJSDate();
  for (const zone of zones) {
    const prices = simulatePrices(zone, from, until).map(({ startsAt, pricePerMwh }) => ({
      starts_at: startsAt,
      price: pricePerMwh,
    }));
    await transaction`
      insert into day_ahead_prices (feed, price_zone, starts_at, price_per_mwh, currency, source, fetched_at)
      select 'simulated', ${zone}, starts_at, price, 'EUR', 'simulated', now()
      from jsonb_to_recordset(${JSON.stringify(prices)}::text::jsonb) given (starts_at timestamptz, price float8)
      on conflict do nothing`;
  }
}

/**
 * Prepares the hours in which model devices were used without optimization and then with it, as the temporary table
 * `shifts`.
 */
export async function inventShifts(
  transaction: postgres.TransactionSql,
  models: readonly { kind: DeviceKind; number: number; device: SimulatedDevice }[],
  zone: string,
): Promise<void> {
  const today = DateTime.now().setZone(zone).startOf("day");
  const began = today.minus({ days: OPTIMIZED_DAYS });
  const first = began.minus({ days: REFERENCE_DAYS });
  const hours: DateTime[] = [];
  for (let hour = first; hour < today; hour = hour.plus({ hours: 1 })) hours.push(hour);
  const shifts = models.flatMap(({ kind, number, device }) =>
    hours.map((hour) => {
      const isOptimized = hour >= began;
      const watts = meanOfHour({ ...device, isOptimized }, hour);
      return { kind, number, at: hour.toISO(), is_optimized: isOptimized, watts };
    }),
  );
  await transaction`create temporary table shifts on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(shifts)}::text::jsonb)
      given (kind text, number int, at timestamptz, is_optimized boolean, watts float8)`;
}

function meanOfHour(device: SimulatedDevice, hour: DateTime): number {
  let watts = 0;
  for (let at = hour; at < hour.plus({ hours: 1 }); at = at.plus(halfHour)) {
    watts += (measuresOf(simulateDevice(device, at)).powerW ?? 0) / 2;
  }
  return watts;
}

/**
 * Gives every third optimised device of the bound organization the hours and days of a model, by which its savings
 * are known.
 * @param models how many model devices of each kind there are
 */
export const copyShifts = (models: number, zone: string): string => `
  with shifted as materialized (
    select d.organization_id, d.id as device_id, s.at, s.is_optimized, s.watts * (0.85 + abs(hashtext(d.id::text)) % 12 * 0.03) as watts
    from shifts s join devices d on d.kind = s.kind and s.number = abs(hashtext(d.id::text)) % ${models}
    where d.organization_id = current_organization() and d.connection_state = 'connected' and d.deleted_at is null
      and d.is_smart_optimization_active and abs(hashtext(d.id::text || 'savings')) % 3 = 0
      and s.at >= d.created_at
  ), by_hour as (
    insert into hourly_readings as kept
      (organization_id, device_id, hour, readings, covered_seconds, energy_wh, power_w, is_optimized)
    select organization_id, device_id, at, 2, 3600, watts, watts, is_optimized from shifted
    on conflict (organization_id, device_id, hour) do update set covered_seconds = excluded.covered_seconds,
      energy_wh = excluded.energy_wh, power_w = excluded.power_w, power_w_lowest = excluded.power_w,
      power_w_highest = excluded.power_w, is_optimized = excluded.is_optimized
  )
  insert into daily_readings as kept
    (organization_id, device_id, day, hours, covered_seconds, energy_wh, power_w, is_optimized)
  select organization_id, device_id, (at at time zone '${zone}')::date, count(*), 3600 * count(*), sum(watts),
    avg(watts), bool_and(is_optimized)
  from shifted group by 1, 2, 3
  on conflict (organization_id, device_id, day) do update set hours = excluded.hours,
    covered_seconds = excluded.covered_seconds, energy_wh = excluded.energy_wh, power_w = excluded.power_w,
    power_w_lowest = least(kept.power_w_lowest, excluded.power_w),
    power_w_highest = greatest(kept.power_w_highest, excluded.power_w), is_optimized = excluded.is_optimized`;
