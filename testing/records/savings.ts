import { sql } from "drizzle-orm";
import type { drizzle } from "drizzle-orm/postgres-js";
import type { DateTime } from "luxon";
import { dailyReadings, dayAheadPrices, hourlyReadings } from "../../db/schema";
import type { TestOrganization } from "../organization";

type Tables = ReturnType<typeof drizzle>;

const isNight = (clock: number) => clock >= 2 && clock < 6;

/** From two to six a MWh costs 50, and 100 otherwise. */
async function addPrices(tables: Tables, from: DateTime, days: number) {
  await tables.execute(sql`
    insert into day_ahead_prices (feed, price_zone, starts_at, price_per_mwh, currency, source, fetched_at)
    select 'market', 'AT', at, case when extract(hour from at at time zone ${from.zoneName}) between 2 and 5 then 50 else 100 end,
      'EUR', 'test', now()
    from generate_series(${from.toISO()}::timestamptz, ${from.plus({ days }).toISO()}::timestamptz - interval '15 minutes', interval '15 minutes') at
    on conflict do nothing`);
}

export type SavingsDay = {
  isOptimized: boolean | null;
  energyAt: (clock: number) => number;
  coverage?: number;
};

/** 24 kWh: one in each hour as usual, or half of it from two to six. */
const usual: SavingsDay = { isOptimized: false, energyAt: () => 1000 };
export const shifted: SavingsDay = {
  isOptimized: true,
  energyAt: (clock) => (isNight(clock) ? 3000 : 600),
};

async function addDay(
  tables: Tables,
  organization: TestOrganization,
  day: DateTime,
  { isOptimized, energyAt, coverage = 1 }: SavingsDay,
) {
  const ids = { organizationId: organization.id, deviceId: organization.deviceId };
  const end = day.plus({ days: 1 });
  const hours = Array.from({ length: end.diff(day).as("hours") }, (_, hour) =>
    day.plus({ hours: hour }),
  );
  await tables.insert(hourlyReadings).values(
    hours.map((hour) => ({
      ...ids,
      hour: hour.toJSDate(),
      readings: 1,
      coveredSeconds: 3600,
      isOptimized,
      energyWh: energyAt(hour.hour),
    })),
  );
  await tables.insert(dailyReadings).values({
    ...ids,
    day: day.toFormat("yyyy-MM-dd"),
    hours: hours.length,
    coveredSeconds: Math.round(hours.length * 3600 * coverage),
    isOptimized,
    energyWh: hours.reduce((sum, { hour }) => sum + energyAt(hour), 0),
  });
}

/** Ten days as usual and then some others, up to a last day, and what energy cost on all of them. */
export async function addSavingsDays(
  tables: Tables,
  organization: TestOrganization,
  lastDay: DateTime,
  others: readonly SavingsDay[],
): Promise<void> {
  await tables.delete(dayAheadPrices);
  const first = lastDay.minus({ days: others.length + 9 });
  await tables.execute(sql`select make_reading_partitions(${first.toISO()}::timestamptz)`);
  await addPrices(tables, first, others.length + 10);
  for (const [index, day] of [...Array(10).fill(usual), ...others].entries()) {
    await addDay(tables, organization, first.plus({ days: index }), day);
  }
}
