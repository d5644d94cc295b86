import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { energyOfRow } from "./weighted-readings";

/**
 * Sums up what devices took, and inverters gave, in the last 24 full hours, 7 and 30 days, in kWh, and of which share
 * of that time it is known: once an hour for each device that reports, and when readings come late.
 */
export async function countEnergy(transaction: Transaction, added: Moment[]): Promise<void> {
  if (added.length === 0) return;
  const { timeZone } = await getOrganization(transaction);
  await transaction.execute(energyOf(added, timeZone));
}

type Moment = { deviceId: string; measuredAt: Date };

/** The statement that does so. @param timeZone the organization's, whose days readings are summed by */
export function energyOf(added: Moment[], timeZone: string): SQL {
  const at = now().toISOString();
  const today = sql`(${at}::timestamptz at time zone ${timeZone})::date`;
  const earliest = new Map<string, Date>();
  for (const { deviceId, measuredAt } of added) {
    const other = earliest.get(deviceId);
    if (!other || measuredAt < other) earliest.set(deviceId, measuredAt);
  }
  const records = JSON.stringify([...earliest].map(([id, from]) => ({ id, earliest: from })));
  // As records the ids come typed: a cast in the join is no leakproof condition, and under row-level security
  // none but a leakproof one may use the index.
  const given = sql`jsonb_to_recordset(${records}::jsonb) given (id uuid, earliest timestamptz)`;
  const sinceDay = (days: number) =>
    sql`extract(epoch from ${at}::timestamptz - (${today} - ${days}::int)::timestamp at time zone ${timeZone})`;
  return sql`
    with due as materialized (
      select d.organization_id, d.id, d.kind = 'solar_inverter' as is_inverter
      from ${given} join devices d on d.id = given.id
      where d.consumption_last_updated_at is null
        or d.consumption_last_updated_at < date_trunc('hour', ${at}::timestamptz)
        or given.earliest < date_trunc('hour', d.consumption_last_updated_at)
    ), counted as materialized (
      select due.*, h.*, d.*
      from due
      cross join lateral (
        select sum(${ofRow.power}) / 1000 as day_given, sum(${ofRow.household}) / 1000 as day_taken,
          ${coverage(ownSeconds, daySeconds)} as day_coverage,
          ${coverage(householdSeconds, daySeconds)} as day_household_coverage
        from hourly_readings r where r.device_id = due.id
          and r.hour > ${at}::timestamptz - interval '25 hours' and r.hour <= ${at}::timestamptz - interval '1 hour') h
      cross join lateral (
        select sum(given) / 1000 as month_given, sum(taken) / 1000 as month_taken,
          sum(given) filter (where is_week) / 1000 as week_given,
          sum(taken) filter (where is_week) / 1000 as week_taken,
          ${coverage(ownSeconds, sinceDay(29))} as month_coverage,
          ${coverage(householdSeconds, sinceDay(29))} as month_household_coverage,
          ${coverage(ownSeconds, sinceDay(6), sql`is_week`)} as week_coverage,
          ${coverage(householdSeconds, sinceDay(6), sql`is_week`)} as week_household_coverage
        from (
          select ${dayEnergy.power} as given, ${dayEnergy.household} as taken, covered_seconds,
            household_covered_seconds, day > ${today} - 7 as is_week
          from daily_readings r where r.device_id = due.id
            and r.day > ${today} - 30) days) d
    ), produced as (
      update solar_inverters s set production_last_day_kwh = c.day_given,
        production_last_week_kwh = c.week_given, production_last_month_kwh = c.month_given,
        production_last_day_coverage = c.day_coverage, production_last_week_coverage = c.week_coverage,
        production_last_month_coverage = c.month_coverage
      from counted c where c.is_inverter and s.device_id = c.id
    )
    update devices set ${takenPeriods}, consumption_last_updated_at = ${at}::timestamptz
    from counted c where devices.id = c.id and devices.organization_id = c.organization_id`;
}

/** An inverter takes what its household does; every other device what it does itself. */
const takenPeriods = sql`
  consumption_last_day_kwh = case when c.is_inverter then c.day_taken else c.day_given end,
  consumption_last_day_coverage = case when c.is_inverter then c.day_household_coverage else c.day_coverage end,
  consumption_last_week_kwh = case when c.is_inverter then c.week_taken else c.week_given end,
  consumption_last_week_coverage = case when c.is_inverter then c.week_household_coverage else c.week_coverage end,
  consumption_last_month_kwh = case when c.is_inverter then c.month_taken else c.month_given end,
  consumption_last_month_coverage = case when c.is_inverter then c.month_household_coverage else c.month_coverage end`;

const ofRow = {
  power: energyOfRow("power", sql`1`),
  household: energyOfRow("household_power", sql`1`),
};
const dayEnergy = {
  power: energyOfRow("power", sql`hours`),
  household: energyOfRow("household_power", sql`hours`),
};

const daySeconds = sql`86400`;

const ownSeconds = sql`covered_seconds`;
const householdSeconds = sql`household_covered_seconds`;

/** The share of a time that is known of; null when a row in it does not say. */
const coverage = (covered: SQL, seconds: SQL, condition = sql`true`): SQL => sql`
  case when bool_and(${covered} is not null) filter (where ${condition})
    then least(1, sum(${covered}) filter (where ${condition})::float8 / ${seconds}) end`;
