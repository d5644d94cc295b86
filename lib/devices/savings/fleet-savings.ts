import "server-only";
import { and, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { devices, fleetSavings } from "@/db/schema";
import type { System } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { type DayOfSavings, leftOutReasons } from "./compute-savings";
import {
  type RecentSavings,
  readRecentDays,
  savingKinds,
  spanOfRecent,
  toRecent,
} from "./recent-savings";
import { type KnownSavings, savingsUnknown, sumUpSpan, unknownReasons } from "./savings-of-span";

/** A larger fleet is represented by this number of devices, chosen by their ids: the same each day. */
const MAX_FLEET_DEVICES = 1000;
const DEVICES_AT_ONCE = 50;

/** Computes what the fleet saved lately, and keeps it for the dashboard. */
export async function updateFleetSavings(actor: System): Promise<void> {
  const { found, measured } = await listSavingDevices(actor, {});
  const known: DayOfSavings[][] = [];
  for (let start = 0; start < measured.length; start += DEVICES_AT_ONCE) {
    const some = measured.slice(start, start + DEVICES_AT_ONCE);
    known.push(...(await readSavingsOfDevices(actor, { devices: some })));
  }
  await storeFleetSavings(actor, { found, lookedAt: measured.length, days: known });
}

/** The optimised devices that could save, and those of them that stand for all. */
export const listSavingDevices = defineQuery({
  name: "listSavingDevices",
  input: z.object({}),
  requires: { action: "read", resource: "maintenance" },
  async run({ transaction }) {
    const canSave = and(
      inArray(devices.kind, savingKinds),
      eq(devices.isSmartOptimizationActive, true),
      isNull(devices.deletedAt),
    );
    const [all] = await transaction.select({ count: count() }).from(devices).where(canSave);
    const rows = await transaction
      .select({ id: devices.id, priceZone: devices.priceZone })
      .from(devices)
      .where(and(canSave, isNotNull(devices.priceZone)))
      .orderBy(sql`hashtext(${devices.id}::text)`, devices.id)
      .limit(MAX_FLEET_DEVICES);
    const measured = rows.flatMap(({ id, priceZone }) => (priceZone ? [{ id, priceZone }] : []));
    return { found: all?.count ?? 0, measured };
  },
});

const measuredDevice = z.object({ id: z.uuid(), priceZone: z.string() });

/** What each of some devices saved on the latest days. */
export const readSavingsOfDevices = defineQuery({
  name: "readSavingsOfDevices",
  input: z.object({ devices: z.array(measuredDevice).max(DEVICES_AT_ONCE) }),
  requires: { action: "read", resource: "maintenance" },
  run: ({ input, transaction }) => readRecentDays(transaction, input.devices),
});

/** Sums up what devices saved, in place of what was kept before. */
export const storeFleetSavings = defineCommand({
  name: "storeFleetSavings",
  input: z.object({
    found: z.number().int(),
    lookedAt: z.number().int(),
    days: z.array(z.array(z.custom<DayOfSavings>())).max(MAX_FLEET_DEVICES),
  }),
  requires: { action: "update", resource: "maintenance" },
  async run({ input, actor, transaction }) {
    const { timeZone } = await getOrganization(transaction);
    const span = spanOfRecent(timeZone);
    const sum =
      input.lookedAt > 0 || input.found === 0
        ? sumUpSpan(input.days, span)
        : savingsUnknown("priceZone");
    const lastDay = DateTime.fromISO(span.until).minus({ days: 1 }).toFormat("yyyy-MM-dd");
    const row = { lastDay, devices: input.found, lookedAt: input.lookedAt, ...sum };
    const kept = { ...row, computedAt: now() };
    await transaction
      .insert(fleetSavings)
      .values({ organizationId: actor.organizationId, ...kept })
      .onConflictDoUpdate({ target: fleetSavings.organizationId, set: kept });
    return { result: row, audit: [] };
  },
});

/** What the fleet saved lately; undefined before it was computed first. */
export const readFleetSavings = defineQuery({
  name: "readFleetSavings",
  input: z.object({}),
  requires: () => [
    { action: "read", resource: "device" },
    { action: "read", resource: "staff" },
  ],
  async run({ transaction }): Promise<RecentSavings | undefined> {
    const [row] = await transaction.select().from(fleetSavings);
    if (!row) return undefined;
    const { total, percentage, standardError, countedDays } = row;
    const leftOut = Object.fromEntries(
      leftOutReasons.map((reason) => [reason, row.leftOut[reason] ?? 0]),
    );
    const sum: KnownSavings = {
      ...{ total, percentage, standardError, countedDays },
      leftOut: { ...savingsUnknown("kind").leftOut, ...leftOut },
      reason: unknownReasons.find((reason) => reason === row.reason) ?? null,
    };
    return toRecent(sum, row.devices, row.lookedAt);
  },
});
