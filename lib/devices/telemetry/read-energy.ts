import "server-only";
import { sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { queryRows } from "@/db/query-rows";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { loadDevice, onDevice } from "../devices/find-device";
import { energyOfRow } from "./weighted-readings";

/** The lengths of the periods that energy is summed up over. */
export const energyPeriods = ["day", "week", "month", "quarter", "year"] as const;

/** No more than these come of one length. */
const maxPeriods = 1000;

const energyOfDay = energyOfRow("power", sql`hours`);
const energyGiven = energyOfRow("given_power", sql`hours`);

const input = z.object({
  id: z.uuid(),
  periods: z.array(z.enum(energyPeriods)).min(1).max(energyPeriods.length),
  /** Without a beginning: the period of each length that runs now. */
  from: z.date().optional(),
  until: z.date().optional(),
});

/**
 * What a device took, or an inverter gave, in Wh, by periods as the organization's time zone has them. Periods
 * without a reading are left out. `givenWattHours` is what a battery discharged or a meter saw exported.
 */
export const readDeviceEnergy = defineQuery({
  name: "readDeviceEnergy",
  input,
  load: loadDevice,
  requires: onDevice("read"),
  async run({ input, transaction }) {
    const organization = await getOrganization(transaction);
    const zone = organization.timeZone;
    const latest = now().getTime();
    // There are no readings outside 1970 to now, and PostgreSQL reads years of four digits only.
    const local = (at: Date) =>
      DateTime.fromMillis(Math.min(Math.max(at.getTime(), 0), latest), { zone });
    const until = local(input.until ?? now());
    const found = [];
    for (const period of input.periods) {
      const from = input.from ? local(input.from) : until.startOf(period);
      const rows = await queryRows<{
        start: string;
        wattHours: number;
        givenWattHours: number | null;
      }>(
        transaction,
        sql`
        select to_char(date_trunc(${period}, day::timestamp), 'YYYY-MM-DD') as start,
          sum(${energyOfDay})::float8 as "wattHours",
          sum(${energyGiven})::float8 as "givenWattHours"
        from daily_readings
        where device_id = ${input.id} and ${energyOfDay} is not null
          and day between ${from.toISODate()}::date and ${until.toISODate()}::date
        group by 1 order by 1 limit ${maxPeriods}`,
      );
      for (const row of rows) {
        const start = DateTime.fromISO(row.start, { zone });
        found.push({
          period,
          start: start.toJSDate(),
          end: start.plus({ [period]: 1 }).toJSDate(),
          wattHours: Math.round(row.wattHours),
          givenWattHours: row.givenWattHours === null ? null : Math.round(row.givenWattHours),
        });
      }
    }
    return found;
  },
});
