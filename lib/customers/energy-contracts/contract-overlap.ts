import "server-only";
import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { energyContracts, users } from "@/db/schema";
import { Duplicate } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";

type Contract = {
  /** Of a new one there is none. */
  id?: string | undefined;
  userId: string;
  meterId: string | null;
  buildingId: string | null;
  validFrom: string | null;
  validUntil: string | null;
};

/** Others who write contracts of the organization wait until the transaction ends. */
export async function lockContractPeriods(
  transaction: Transaction,
  organizationId: string,
): Promise<void> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`contract-periods ${organizationId}`}, 0))`,
  );
}

/**
 * Finds a living contract for the same meter point on one of the same days; where no meter point is named, one for the
 * same building that names none either.
 */
async function findOverlap(transaction: Transaction, contract: Contract) {
  const { id, meterId, buildingId, validFrom, validUntil } = contract;
  // Contracts from before there were days hold without them; only a meter point makes them comparable.
  const isOfSame =
    meterId === null
      ? and(
          eq(energyContracts.buildingId, buildingId ?? ""),
          isNull(energyContracts.meterId),
          isNotNull(energyContracts.validFrom),
        )
      : eq(energyContracts.meterId, meterId);
  const [other] = await transaction
    .select({
      id: energyContracts.id,
      userId: energyContracts.userId,
      supplier: energyContracts.supplier,
      validFrom: energyContracts.validFrom,
      validUntil: energyContracts.validUntil,
      owner: users,
    })
    .from(energyContracts)
    .innerJoin(users, eq(users.id, energyContracts.userId))
    .where(
      and(
        isOfSame,
        isNull(energyContracts.deletedAt),
        id === undefined ? undefined : ne(energyContracts.id, id),
        sql`daterange(${energyContracts.validFrom}, ${energyContracts.validUntil}, '[]')
          && daterange(${validFrom}::date, ${validUntil}::date, '[]')`,
      ),
    )
    .limit(1);
  return other;
}

/** A contract as a message names it: its supplier, its end-user and its days. */
function nameContract(
  { supplier, userId, owner, validFrom, validUntil }: OverlappingContract,
  asker: { userId: string; isOwn: boolean },
): string {
  const isNamed = !asker.isOwn || userId === asker.userId;
  const names = [supplier, isNamed ? personName(owner) : null].filter(Boolean).join(", ") || "–";
  return `${names} (${validFrom ?? "…"} – ${validUntil ?? "…"})`;
}

type OverlappingContract = NonNullable<Awaited<ReturnType<typeof findOverlap>>>;

/**
 * Makes sure that no other contract holds for the meter point on one of the contract's days. Others who write
 * contracts wait until the transaction ends.
 * @param isOwn whether an end-user asks, to whom other people's names are not told
 * @throws Duplicate that names the other contract
 */
export async function requireFreePeriod(
  transaction: Transaction,
  organizationId: string,
  contract: Contract,
  isOwn: boolean,
): Promise<void> {
  if (contract.meterId === null && contract.buildingId === null) return;
  await lockContractPeriods(transaction, organizationId);
  const other = await findOverlap(transaction, contract);
  if (!other) return;
  const name = nameContract(other, { userId: contract.userId, isOwn });
  throw contract.meterId === null
    ? new Duplicate({ validFrom: `contractOverlap:${name}` }, other.id)
    : new Duplicate({ meterId: `meterOverlap:${name}` }, other.id);
}
