import "server-only";
import { and, asc, count, desc, eq, gte, isNotNull } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { connectionChanges, fleetHours } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { countLimit } from "@/lib/core/lists/keyset";
import type { DeviceFacet } from "@/lib/devices/devices/device-facet";

const shown = 6;

/** So far back the fleet's course is shown. */
const days = 7;

/**
 * How the fleet was, hour by hour, over a week: its rows are written by the clock, so that reading them costs
 * the same for any fleet. Devices that were never connected are no part of the share.
 */
export async function readFleetCourse(transaction: Transaction) {
  const until = now();
  const from = DateTime.fromJSDate(until).minus({ days }).toJSDate();
  const hours = await transaction
    .select()
    .from(fleetHours)
    .where(gte(fleetHours.hour, from))
    .orderBy(asc(fleetHours.hour))
    .limit(24 * days + 1);
  const last = hours.at(-1);
  return {
    from,
    until,
    connectedShare: hours.map(({ hour, connected, disconnected, failed }) => ({
      at: hour,
      value: connected / Math.max(1, connected + disconnected + failed),
    })),
    consumption: hours.map(({ hour, consumptionW }) => ({ at: hour, value: consumptionW })),
    production: hours.map(({ hour, productionW }) => ({ at: hour, value: productionW })),
    now: last && { consumptionW: last.consumptionW, productionW: last.productionW },
  };
}

/** Devices that lost their connection since midnight, and the manufacturers of most of them. */
export async function readNewlyDisconnected(transaction: Transaction, timeZone: string) {
  const midnight = DateTime.fromJSDate(now(), { zone: timeZone }).startOf("day").toJSDate();
  const lost = transaction
    .select({ manufacturer: connectionChanges.manufacturer })
    .from(connectionChanges)
    .where(
      and(
        eq(connectionChanges.after, "disconnected"),
        gte(connectionChanges.changedAt, midnight),
        isNotNull(connectionChanges.before),
      ),
    )
    .limit(countLimit + 1)
    .as("lost");
  const rows = await transaction
    .select({ manufacturer: lost.manufacturer, count: count() })
    .from(lost)
    .groupBy(lost.manufacturer)
    .orderBy(desc(count()), asc(lost.manufacturer));
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  return {
    count: Math.min(total, countLimit),
    isMore: total > countLimit,
    manufacturers: rows.slice(0, shown),
  };
}

/** The manufacturers with most devices, and how many of theirs are connected. */
export function manufacturersOf(fleet: DeviceFacet[]) {
  const found = new Map<string, { manufacturer: string; count: number; connected: number }>();
  for (const { manufacturer, connection, count: number } of fleet) {
    const known = found.get(manufacturer) ?? { manufacturer, count: 0, connected: 0 };
    known.count += number;
    if (connection === "connected") known.connected += number;
    found.set(manufacturer, known);
  }
  return [...found.values()].toSorted((one, other) => other.count - one.count).slice(0, shown);
}
