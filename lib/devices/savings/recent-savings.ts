import "server-only";
import { and, asc, count, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { type DeviceKind, deviceKinds, devices } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { loadDevice, onDevice } from "../devices/find-device";
import { getPriceFeed } from "../prices/price-feed";
import { computeSavings, type DayOfSavings, REFERENCE_WINDOW_DAYS } from "./compute-savings";
import { type MeasuredDevice, readSavingsDays } from "./read-savings-days";
import { hasSavings } from "./savings-kinds";
import { type KnownSavings, savingsCurrency, savingsUnknown, sumUpSpan } from "./savings-of-span";

/** Pages show savings of the last full days, this many. */
const RECENT_DAYS = 30;
/** Of no more devices are savings computed for a page. */
const MAX_DEVICES = 20;

export type RecentSavings = {
  days: number;
  currency: string;
  sum: KnownSavings;
  /** How many devices could save, and of how many of them the sum is. */
  devices: number;
  lookedAt: number;
};

export const toRecent = (sum: KnownSavings, found: number, lookedAt: number): RecentSavings => ({
  days: RECENT_DAYS,
  currency: savingsCurrency,
  sum,
  devices: found,
  lookedAt,
});

/** What a device saved lately. */
export const readRecentDeviceSavings = defineQuery({
  name: "readRecentDeviceSavings",
  input: z.object({ id: z.uuid() }),
  load: loadDevice,
  requires: onDevice("read"),
  async run({ transaction, subject: device }): Promise<RecentSavings> {
    if (!hasSavings(device.kind)) return toRecent(savingsUnknown("kind"), 0, 0);
    if (device.priceZone === null) return toRecent(savingsUnknown("priceZone"), 1, 1);
    const measured = { id: device.id, priceZone: device.priceZone };
    return toRecent(await sumUpRecent(transaction, [measured]), 1, 1);
  },
});

export const savingKinds: DeviceKind[] = deviceKinds.filter(hasSavings);

/** What all devices of a customer saved lately. */
export const readRecentSavingsOfOwner = defineQuery({
  name: "readRecentSavingsOfOwner",
  input: z.object({ userId: z.uuid() }),
  requires: ({ input }) => [{ action: "read", resource: "device", ownerId: input.userId }],
  async run({ input, transaction }): Promise<RecentSavings> {
    const canSave = and(
      eq(devices.userId, input.userId),
      inArray(devices.kind, savingKinds),
      isNull(devices.deletedAt),
    );
    const [all] = await transaction.select({ count: count() }).from(devices).where(canSave);
    const found = all?.count ?? 0;
    if (found === 0) return toRecent(savingsUnknown("kind"), 0, 0);
    const rows = await transaction
      .select({ id: devices.id, priceZone: devices.priceZone })
      .from(devices)
      .where(and(canSave, isNotNull(devices.priceZone)))
      .orderBy(asc(devices.createdAt), asc(devices.id))
      .limit(MAX_DEVICES);
    const measured = rows.flatMap(({ id, priceZone }) => (priceZone ? [{ id, priceZone }] : []));
    if (measured.length === 0) return toRecent(savingsUnknown("priceZone"), found, 0);
    return toRecent(await sumUpRecent(transaction, measured), found, measured.length);
  },
});

/** What some devices saved on the last days that are over. */
async function sumUpRecent(
  transaction: Transaction,
  measured: readonly MeasuredDevice[],
): Promise<KnownSavings> {
  const { timeZone } = await getOrganization(transaction);
  return sumUpSpan(await readRecentDays(transaction, measured), spanOfRecent(timeZone));
}

/** What each of some devices saved on each of the last days that are over. */
export async function readRecentDays(
  transaction: Transaction,
  measured: readonly MeasuredDevice[],
): Promise<DayOfSavings[][]> {
  const { timeZone: zone } = await getOrganization(transaction);
  const { from, until } = spanOfRecent(zone);
  const days = await readSavingsDays(transaction, measured, await getPriceFeed(transaction), {
    firstDay: DateTime.fromISO(from, { zone }).minus({ days: REFERENCE_WINDOW_DAYS }),
    lastDay: DateTime.fromISO(until, { zone }).minus({ days: 1 }),
  });
  return [...days.values()].map((known) =>
    computeSavings(known).filter(({ day }) => day >= from && day < until),
  );
}

/** The last days that are over: the first, and the one after the last, as YYYY-MM-DD. */
export function spanOfRecent(zone: string): { from: string; until: string } {
  const today = DateTime.fromJSDate(now(), { zone });
  const dayOf = (at: DateTime) => at.toFormat("yyyy-MM-dd");
  return { from: dayOf(today.minus({ days: RECENT_DAYS })), until: dayOf(today) };
}
