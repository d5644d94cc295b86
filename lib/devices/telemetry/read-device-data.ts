import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { queryRows } from "@/db/query-rows";
import { type Measure, measures } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { loadDevice, onDevice } from "../devices/find-device";
import {
  type DataPeriod,
  type DataResolution,
  dataResolutions,
  hasTooManyPeriods,
  listDataPeriods,
  MAX_DATA_PERIODS,
} from "./data-periods";

const input = z
  .object({
    id: z.uuid(),
    resolution: z.enum(dataResolutions),
    measures: z.array(z.enum(measures)).min(1).max(measures.length),
    from: z.date(),
    until: z.date(),
    /** Whether periods without readings come too, with nulls. */
    isFilled: z.boolean().default(false),
  })
  .refine(({ resolution, from, until }) => !hasTooManyPeriods(resolution, from, until), {
    error: `tooManyPeriods:${MAX_DATA_PERIODS}`,
    path: ["until"],
  });

type MeasuredPeriod = DataPeriod & { values: Partial<Record<Measure, number | null>> };

/**
 * The means of what a device measured, by periods of one length. A period without a reading is left out, or holds
 * nulls.
 */
export const readDeviceData = defineQuery({
  name: "readDeviceData",
  input,
  load: loadDevice,
  requires: onDevice("read"),
  async run({ input, transaction }): Promise<MeasuredPeriod[]> {
    const { timeZone } = await getOrganization(transaction);
    // There are no readings outside 1970 to now.
    const clamp = (at: Date) => new Date(Math.min(Math.max(at.getTime(), 0), now().getTime()));
    const { resolution, measures } = input;
    const from = clamp(input.from);
    const periods = listDataPeriods(resolution, from, clamp(input.until), timeZone);
    const [first, last] = [periods[0], periods.at(-1)];
    if (!first || !last) return [];
    const span = { deviceId: input.id, from: first.start, until: last.end, measures, timeZone };
    const rows = await queryRows<{ at: string } & Record<string, number | null>>(
      transaction,
      meansOf(resolution, span),
    );
    const found = new Map(rows.map((row) => [new Date(row.at).getTime(), row]));
    const measured = periods.map(({ start, end }) => {
      const row = found.get(start.getTime());
      const value = (measure: Measure) => row?.[toSnakeCase(measure)] ?? null;
      const values = Object.fromEntries(measures.map((measure) => [measure, value(measure)]));
      return { start, end, values };
    });
    const isMeasured = ({ values }: MeasuredPeriod) =>
      measures.some((measure) => values[measure] !== null);
    return input.isFilled ? measured : measured.filter(isMeasured);
  },
});

type Span = {
  deviceId: string;
  from: Date;
  until: Date;
  measures: readonly Measure[];
  timeZone: string;
};

/** The statement that averages a device's readings by periods. */
export function meansOf(resolution: DataResolution, span: Span): SQL {
  const from = sql`${span.from.toISOString()}::timestamptz`;
  const until = sql`${span.until.toISOString()}::timestamptz`;
  const list = (of: (name: SQL) => SQL) =>
    sql.join(
      span.measures.map((measure) => {
        const name = sql`${sql.identifier(toSnakeCase(measure))}`;
        return sql`${of(name)} as ${name}`;
      }),
      sql`, `,
    );
  if (resolution === "quarter-hour") {
    return sql`
      select date_bin('15 minutes', measured_at, '2020-01-01Z') as at, ${list((name) => sql`avg(${name})`)}
      from device_readings
      where device_id = ${span.deviceId} and measured_at >= ${from} and measured_at < ${until}
      group by 1`;
  }
  if (resolution === "hour") {
    return sql`
      select hour as at, ${list((name) => name)} from hourly_readings
      where device_id = ${span.deviceId} and hour >= ${from} and hour < ${until}`;
  }
  const weighted = (name: SQL) =>
    sql`sum(${name} * hours) / nullif(sum(hours) filter (where ${name} is not null), 0)`;
  return sql`
    select date_trunc(${resolution}, day::timestamp) at time zone ${span.timeZone} as at, ${list(weighted)}
    from daily_readings
    where device_id = ${span.deviceId}
      and day >= (${from} at time zone ${span.timeZone})::date and day < (${until} at time zone ${span.timeZone})::date
    group by 1`;
}
