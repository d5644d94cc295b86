import "server-only";
import { and, eq, gte, isNull, or } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { energyContracts } from "@/db/schema";
import { assertPresent } from "@/lib/core/assert-present";
import { now } from "@/lib/core/clock";
import { lockContractPeriods, requireFreePeriod } from "./contract-overlap";

type Place = { id: string; userId: string; organizationId: string };

type HandOver = {
  before: Place;
  after: Place;
  /** The first day of the new owner. */
  firstDay: string;
};

/**
 * Ends the contracts of a building the day before another end-user takes it over, and gives them one for each of its
 * meter points. Contracts that would only begin later go.
 * @throws Duplicate when the new end-user has a contract for a meter point already
 */
export async function handOverMeterPoints(
  transaction: Transaction,
  { before, after, firstDay }: HandOver,
): Promise<void> {
  await lockContractPeriods(transaction, before.organizationId);
  const open = and(
    eq(energyContracts.buildingId, before.id),
    isNull(energyContracts.deletedAt),
    or(isNull(energyContracts.validUntil), gte(energyContracts.validUntil, firstDay)),
  );
  const running = await transaction.select().from(energyContracts).where(open);
  await transaction
    .update(energyContracts)
    .set({ deletedAt: now() })
    .where(and(open, gte(energyContracts.validFrom, firstDay)));
  const lastDay = DateTime.fromISO(firstDay).minus({ days: 1 }).toISODate();
  await transaction
    .update(energyContracts)
    .set({ validUntil: assertPresent(lastDay, "The day before") })
    .where(open);
  const meterPoints = new Map(
    running.flatMap(({ meterId, meteringKind }) => (meterId ? [[meterId, meteringKind]] : [])),
  );
  for (const [meterId, meteringKind] of meterPoints) {
    const contract = {
      userId: after.userId,
      buildingId: after.id,
      meterId,
      meteringKind,
      validFrom: firstDay,
      validUntil: null,
    };
    await requireFreePeriod(transaction, before.organizationId, contract, false);
    await transaction
      .insert(energyContracts)
      .values({ ...contract, organizationId: after.organizationId });
  }
}
