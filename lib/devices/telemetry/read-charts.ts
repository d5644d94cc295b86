import "server-only";
import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { connectionChanges, type connectionStates, type Measure } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { loadDevice, onDevice } from "../devices/find-device";
import { chartRanges } from "./chart-ranges";
import { measuresByKind } from "./device-reports";

type ConnectionState = (typeof connectionStates)[number];

export type Point = { at: Date; value: number | null };

/** A stretch of time in which a device's connection was in one state. */
export type ConnectionSpan = { state: ConnectionState; from: Date; until: Date };

/** More changes than these in one chart cannot be told apart in it. */
const maxChanges = 500;

/**
 * What a device measured in the last day (means of 15 minutes), week (of hours) or month (of days), and how it
 * was connected in between. A quarter without a reading has no value.
 */
export const readDeviceCharts = defineQuery({
  name: "readDeviceCharts",
  input: z.object({ id: z.uuid(), range: z.enum(chartRanges).default("day") }),
  load: loadDevice,
  requires: onDevice("read"),
  async run({ input, transaction, subject: device }) {
    const organization = await getOrganization(transaction);
    const { timeZone } = organization;
    const { from, until, moments, source } = frameOf(input.range, timeZone);
    const measures = measuresByKind[device.kind];
    const rows = await queryRows<{ at: string } & Record<string, number | null>>(
      transaction,
      source(device.id, measures, from, until),
    );
    const found = new Map(rows.map((row) => [new Date(row.at).getTime(), row]));
    return {
      kind: device.kind,
      timeZone,
      from,
      until,
      /** Readings further apart than this, in milliseconds, have a gap between them. */
      bridges: input.range === "day" ? hourMilliseconds : 0,
      series: measures.map((measure) => ({
        measure,
        points: moments.map(
          (at): Point => ({ at, value: found.get(at.getTime())?.[toSnakeCase(measure)] ?? null }),
        ),
      })),
      connection: await readConnection(transaction, device, from, until),
    };
  },
});

const hourMilliseconds = 3_600_000;

type Source = (id: string, measures: readonly Measure[], from: Date, until: Date) => SQL;

/** The range of a chart, and what each of its points means. */
function frameOf(range: (typeof chartRanges)[number], timeZone: string) {
  const present = DateTime.fromJSDate(now(), { zone: timeZone });
  if (range === "day") {
    const last = present.startOf("minute").minus({ minutes: present.minute % 15 });
    const moments = stepsUntil(last, 96, { minutes: 15 });
    return { ...limits(moments, present), moments, source: quarters };
  }
  if (range === "week") {
    const moments = stepsUntil(present.startOf("hour"), 168, { hours: 1 });
    return { ...limits(moments, present), moments, source: hours };
  }
  const moments = stepsUntil(present.startOf("day"), 31, { days: 1 });
  return { ...limits(moments, present), moments, source: days(timeZone) };
}

const limits = (moments: Date[], present: DateTime) => ({
  from: moments[0] ?? present.toJSDate(),
  until: present.toJSDate(),
});

function stepsUntil(
  last: DateTime,
  count: number,
  step: { minutes?: number; hours?: number; days?: number },
): Date[] {
  return Array.from({ length: count }, (_, index) => {
    const back = count - 1 - index;
    return last
      .minus(Object.fromEntries(Object.entries(step).map(([unit, size]) => [unit, size * back])))
      .toJSDate();
  });
}

const list = (measures: readonly Measure[], of: (name: string) => string) =>
  sql.raw(measures.map((measure) => of(toSnakeCase(measure))).join(", "));

const quarters: Source = (id, measures, from, until) => sql`
  select date_bin('15 minutes', measured_at, '2020-01-01Z') as at, ${list(measures, (name) => `avg(${name}) as ${name}`)}
  from device_readings where device_id = ${id}
    and measured_at >= ${from.toISOString()}::timestamptz and measured_at <= ${until.toISOString()}::timestamptz
  group by 1`;

const hours: Source = (id, measures, from, until) => sql`
  select hour as at, ${list(measures, (name) => name)} from hourly_readings where device_id = ${id}
    and hour >= ${from.toISOString()}::timestamptz and hour <= ${until.toISOString()}::timestamptz`;

const days =
  (timeZone: string): Source =>
  (id, measures, from) =>
    sql`
  select day::timestamp at time zone ${timeZone} as at, ${list(measures, (name) => name)}
  from daily_readings where device_id = ${id}
    and day >= (${from.toISOString()}::timestamptz at time zone ${timeZone})::date`;

async function readConnection(
  transaction: Transaction,
  device: { id: string; createdAt: Date; connectionState: ConnectionState },
  from: Date,
  until: Date,
): Promise<ConnectionSpan[]> {
  const [earlier] = await transaction
    .select({ after: connectionChanges.after })
    .from(connectionChanges)
    .where(and(eq(connectionChanges.deviceId, device.id), lt(connectionChanges.changedAt, from)))
    .orderBy(desc(connectionChanges.changedAt), desc(connectionChanges.id))
    .limit(1);
  const changes = await transaction
    .select({ after: connectionChanges.after, changedAt: connectionChanges.changedAt })
    .from(connectionChanges)
    .where(and(eq(connectionChanges.deviceId, device.id), gte(connectionChanges.changedAt, from)))
    .orderBy(asc(connectionChanges.changedAt), asc(connectionChanges.id))
    .limit(maxChanges);
  const spans: ConnectionSpan[] = [];
  const begin = (state: ConnectionState, at: Date) => {
    const last = spans.at(-1);
    if (last) last.until = at;
    spans.push({ state, from: at, until });
  };
  if (earlier) begin(earlier.after, from);
  for (const { after, changedAt } of changes) begin(after, changedAt);
  return spans.filter((span) => span.from < span.until);
}
