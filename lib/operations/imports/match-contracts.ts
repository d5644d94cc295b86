import "server-only";
import { and, inArray, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { energyContracts } from "@/db/schema";
import { startOfDay, toCalendarDay } from "@/lib/core/calendar-day";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { getPhoneCountry } from "@/lib/core/people/phone-number";
import {
  findMeterPointProblem,
  MAX_METER_NUMBER_CHARACTERS,
} from "@/lib/core/validation/meter-point";
import { currentPrice } from "@/lib/customers/energy-contracts/contract-prices";
import { withPrice } from "@/lib/customers/energy-contracts/energy-prices";
import type { Copies } from "./copied-records";
import type { ImportableRow } from "./imported-rows";
import { ownersOf, type RowMatch } from "./match-row";
import { listOwnedBuildings, resolveBuilding } from "./owned-buildings";

type Contract = typeof energyContracts.$inferSelect;

type ContractCells = {
  meterId: string | null;
  building?: string | null;
  supplier: string | null;
  validFrom: string | null;
  validUntil: string | null;
  price: number | null;
  energyPrices?: Contract["energyPrices"] | null;
};

type Period = Pick<Contract, "meterId" | "buildingId" | "validFrom" | "validUntil">;

/** The periods of rows that came earlier in the file, by what they may not overlap for. */
export type SeenPeriods = Map<string, (Period & { line: number })[]>;

/**
 * Finds the contract that each row is about: of its end-user, by meter point and first day, or by the meter point
 * alone where the row names no day.
 */
export async function matchContracts(
  transaction: Transaction,
  rows: ImportableRow[],
  seen: SeenPeriods,
  copies: Copies,
): Promise<RowMatch<Contract, Record<string, unknown>>[]> {
  const { timeZone } = await getOrganization(transaction);
  const country = await getPhoneCountry(transaction);
  const today = toCalendarDay(now(), timeZone);
  const owned = await listOwnedBuildings(transaction, ownersOf(rows));
  const buildings = new Map(
    rows.map((row) => [
      row.line,
      resolveBuilding(owned.get(row.ownerId ?? "") ?? [], cellsOf(row).building),
    ]),
  );
  const known = await listComparable(
    transaction,
    rows.map(cellsOf).flatMap(({ meterId }) => meterId ?? []),
    [...buildings.values()].flatMap(({ building }) => building?.id ?? []),
  );
  const copied = await findLiving(transaction, [...copies.values()]);
  return rows.map((row) => {
    const { building: _, price, energyPrices, ...cells } = cellsOf(row);
    const userId = row.ownerId ?? "";
    const { building, problem } = buildings.get(row.line) ?? {};
    const period = { ...cells, buildingId: building?.id ?? null };
    const comparable = known.get(keyOf(period) ?? "") ?? [];
    const existing =
      copied.get(copies.get(row.line) ?? "") ??
      findContract(comparable, { ...period, userId }, today);
    // A contract without a first day holds from always on; a row of a file holds from today on.
    const firstDay = row.sourceId === null ? today : null;
    const after = existing
      ? { ...existing, ...withoutEmpty(period) }
      : { ...period, validFrom: period.validFrom ?? firstDay };
    const overlapping = comparable.find(
      (other) => other.id !== existing?.id && isOverlap(other, after),
    );
    const isSecond = isSeen(seen, after, row.line);
    const form =
      cells.meterId && !isMeterNumber(row, cells.meterId)
        ? findMeterPointProblem(cells.meterId, building?.country ?? country)
        : undefined;
    const problems = {
      ...(problem && { building: problem }),
      ...(form && { meterId: form }),
      ...(overlapping && { meterId: overlapProblem(overlapping) }),
      ...(isSecond && { meterId: "repeated" }),
    };
    return {
      line: row.line,
      userId,
      existing,
      values: {
        ...period,
        ...(!existing && { validFrom: after.validFrom }),
        energyPrices: energyPrices ?? toPrices(existing, price, after.validFrom, timeZone),
      },
      problems: Object.keys(problems).length > 0 ? problems : null,
    };
  });
}

const cellsOf = (row: ImportableRow) => row.fields as unknown as ContractCells;

const withoutEmpty = (period: Partial<Period>) =>
  Object.fromEntries(Object.entries(period).filter(([, value]) => value !== null)) as Period;

/** For what no two contracts hold on one day: a meter point, else a building of which no meter point is named. */
const keyOf = ({ meterId, buildingId }: Pick<Period, "meterId" | "buildingId">) =>
  meterId ? `meter ${meterId}` : buildingId ? `building ${buildingId}` : undefined;

async function listComparable(
  transaction: Transaction,
  meterIds: string[],
  buildingIds: string[],
): Promise<Map<string, Contract[]>> {
  const byKey = new Map<string, Contract[]>();
  if (meterIds.length === 0 && buildingIds.length === 0) return byKey;
  const found = await transaction
    .select()
    .from(energyContracts)
    .where(
      and(
        or(
          inArray(energyContracts.meterId, [...new Set(meterIds)]),
          inArray(energyContracts.buildingId, [...new Set(buildingIds)]),
        ),
        isNull(energyContracts.deletedAt),
      ),
    );
  for (const contract of found) {
    const key = keyOf(contract) ?? "";
    byKey.set(key, [...(byKey.get(key) ?? []), contract]);
  }
  return byKey;
}

function findContract(
  comparable: Contract[],
  row: Period & { userId: string },
  today: string,
): Contract | undefined {
  const own = comparable.filter(({ userId }) => userId === row.userId);
  if (row.validFrom !== null) {
    return own.find(({ validFrom }) => validFrom === row.validFrom);
  }
  const latest = own.toSorted((one, other) =>
    (other.validFrom ?? "").localeCompare(one.validFrom ?? ""),
  );
  return latest.find((contract) => isValidOn(contract, today)) ?? latest[0];
}

const isValidOn = (contract: Contract, day: string) =>
  (contract.validFrom ?? "") <= day && day <= (contract.validUntil ?? "9999-12-31");

const isOverlap = (one: Period, other: Period) =>
  (one.validFrom ?? "") <= (other.validUntil ?? "9999-12-31") &&
  (other.validFrom ?? "") <= (one.validUntil ?? "9999-12-31");

const overlapProblem = ({ meterId, supplier, validFrom, validUntil }: Contract) =>
  `${meterId ? "meterOverlap" : "contractOverlap"}:${supplier ?? "–"} (${validFrom ?? "…"} – ${validUntil ?? "…"})`;

/** Whether an earlier row of the file has one of the same days for the same. */
function isSeen(seen: SeenPeriods, period: Period, line: number): boolean {
  const key = keyOf(period);
  if (key === undefined) return false;
  const earlier = seen.get(key) ?? [];
  if (earlier.some((other) => other.line !== line && isOverlap(other, period))) return true;
  seen.set(key, [...earlier, { ...period, line }]);
  return false;
}

/** A price of a new contract holds from its first day on, one of a contract that is there from now on. */
function toPrices(
  existing: Contract | undefined,
  price: number | null,
  validFrom: string | null,
  timeZone: string,
) {
  const before = existing?.energyPrices ?? [];
  if (price === null || (existing && price === currentPrice(before))) return before;
  const isFirst = before.length === 0 && validFrom !== null;
  const timestamp = isFirst ? startOfDay(validFrom, timeZone) : now().toISOString();
  return withPrice(before, { price, timestamp });
}

/** The Partner API takes the number of a meter too, so another installation may have it. */
const isMeterNumber = ({ sourceId }: ImportableRow, meterId: string) =>
  sourceId !== null && meterId.length <= MAX_METER_NUMBER_CHARACTERS;

async function findLiving(transaction: Transaction, ids: string[]): Promise<Map<string, Contract>> {
  if (ids.length === 0) return new Map();
  const found = await transaction
    .select()
    .from(energyContracts)
    .where(and(inArray(energyContracts.id, ids), isNull(energyContracts.deletedAt)));
  return new Map(found.map((contract) => [contract.id, contract]));
}
