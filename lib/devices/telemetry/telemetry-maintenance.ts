import "server-only";
import { sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { queryRows } from "@/db/query-rows";
import { fleetHours, fleetPower } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { sumOf } from "@/lib/core/lists/facets";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { type DeviceFacet, readDeviceFacets } from "../devices/device-facet";

/** Creates the months that readings will need, and deletes those past their retention. */
export const maintainReadingPartitions = defineCommand({
  name: "maintainReadingPartitions",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const [row] = await queryRows<{ made: number; dropped: number }>(
      transaction,
      sql`select make_reading_partitions(now()) as made, drop_outlived_reading_partitions() as dropped`,
    );
    return { result: { made: row?.made ?? 0, dropped: row?.dropped ?? 0 }, audit: [] };
  },
});

/** With fewer rows than these, summing them up costs less than folding them. */
const maxSurplusRows = 200;

/**
 * Writes down how the fleet is: the row of the present hour is renewed until the hour is over. Nothing but sums
 * that are kept anyway is read.
 */
export const recordFleetHour = defineCommand({
  name: "recordFleetHour",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, transaction }) {
    const fleet = await readDeviceFacets(transaction);
    const numberOf = (...connections: DeviceFacet["connection"][]) =>
      sumOf(fleet.filter((facet) => connections.includes(facet.connection)));
    const [power] = await transaction
      .select({
        rows: sql<number>`count(*)::int`,
        consumptionW: sql<string>`coalesce(sum(${fleetPower.watts}) filter (where not ${fleetPower.isProduction}), 0)`,
        productionW: sql<string>`coalesce(sum(${fleetPower.watts}) filter (where ${fleetPower.isProduction}), 0)`,
      })
      .from(fleetPower);
    const state = {
      connected: numberOf("connected", "degraded"),
      disconnected: numberOf("disconnected", "revoked"),
      pending: numberOf("pending"),
      failed: numberOf("error"),
      consumptionW: Number(power?.consumptionW ?? 0),
      productionW: Number(power?.productionW ?? 0),
    };
    const hour = DateTime.fromJSDate(now(), { zone: "utc" }).startOf("hour").toJSDate();
    await transaction
      .insert(fleetHours)
      .values({ organizationId: actor.organizationId, hour, ...state })
      .onConflictDoUpdate({ target: [fleetHours.organizationId, fleetHours.hour], set: state });
    if ((power?.rows ?? 0) > maxSurplusRows)
      await transaction.execute(sql`select fold_fleet_power()`);
    return { result: state, audit: [] };
  },
});
