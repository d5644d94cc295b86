import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";

/**
 * Sums up what devices took, and inverters gave, in the last 24 hours, 7 and 30 days, in kWh: once an hour for
 * each device that reports. An inverter takes what its household does.
 */
export async function countEnergy(transaction: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const { timeZone } = await getOrganization(transaction);
  await transaction.execute(energyOf(ids, timeZone));
}

/** The statement that does so. @param timeZone the organization's, whose days readings are summed by */
export function energyOf(ids: string[], timeZone: string): SQL {
  const at = now().toISOString();
  const today = sql`(${at}::timestamptz at time zone ${timeZone})::date`;
  const records = JSON.stringify([...new Set(ids)].map((id) => ({ id })));
  // As records the ids come typed: a cast in the join is no leakproof condition, and under row-level security
  // none but a leakproof one may use the index.
  const given = sql`jsonb_to_recordset(${records}::jsonb) given (id uuid)`;
  return sql`
    with due as materialized (
      select d.organization_id, d.id, d.kind = 'solar_inverter' as is_inverter
      from ${given} join devices d on d.id = given.id
      where d.consumption_last_updated_at is null
        or d.consumption_last_updated_at < date_trunc('hour', ${at}::timestamptz)
    ), counted as materialized (
      select due.*, h.taken as day, d.week, d.month, h.given as day_given, d.week_given, d.month_given
      from due
      cross join lateral (
        select sum(case when due.is_inverter then household_power_w else power_w end) / 1000 as taken,
          sum(power_w) / 1000 as given
        from hourly_readings r where r.device_id = due.id
          and r.hour >= ${at}::timestamptz - interval '24 hours' and r.hour <= ${at}::timestamptz) h
      cross join lateral (
        select sum(taken * hours) / 1000 as month, sum(power_w * hours) / 1000 as month_given,
          sum(taken * hours) filter (where is_week) / 1000 as week,
          sum(power_w * hours) filter (where is_week) / 1000 as week_given
        from (
          select hours, power_w, case when due.is_inverter then household_power_w else power_w end as taken,
            day > ${today} - 7 as is_week
          from daily_readings r where r.device_id = due.id
            and r.day > ${today} - 30) days) d
    ), produced as (
      update solar_inverters s set production_last_day_kwh = c.day_given,
        production_last_week_kwh = c.week_given, production_last_month_kwh = c.month_given
      from counted c where c.is_inverter and s.device_id = c.id
    )
    update devices set consumption_last_day_kwh = c.day, consumption_last_week_kwh = c.week,
      consumption_last_month_kwh = c.month, consumption_last_updated_at = ${at}::timestamptz
    from counted c where devices.id = c.id and devices.organization_id = c.organization_id`;
}
