import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings, energyContracts } from "@/db/schema";
import type { Requirement } from "@/lib/core/access/authorize";
import { Invalid, NotFound, violatedConstraint } from "@/lib/core/errors";
import { loadById } from "@/lib/core/use-cases/load-by-id";

/** @throws NotFound when the organization has no such living contract */
export async function findEnergyContract(transaction: Transaction, id: string) {
  const [contract] = await transaction
    .select()
    .from(energyContracts)
    .where(and(eq(energyContracts.id, id), isNull(energyContracts.deletedAt)));
  if (!contract) throw new NotFound();
  return contract;
}

/** The right over a contract, which is its owner's on `own`. */
export const ofEnergyContract =
  (action: "read" | "update" | "delete") =>
  ({ subject }: { subject: { userId: string } }): Requirement[] => [
    { action, resource: "energy-contract", ownerId: subject.userId },
  ];

export const loadEnergyContract = loadById(findEnergyContract);

/** @throws Invalid unless the building is one of the end-user's own */
export async function requireOwnBuilding(
  transaction: Transaction,
  buildingId: string | null,
  userId: string,
): Promise<void> {
  if (buildingId === null) return;
  const [building] = await transaction
    .select({ id: buildings.id })
    .from(buildings)
    .where(
      and(eq(buildings.id, buildingId), eq(buildings.userId, userId), isNull(buildings.deletedAt)),
    );
  if (!building) throw new Invalid({ buildingId: "choice" });
}

/** @throws Invalid when the days overlap those of another contract for the same building */
export async function mapOverlapViolation<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (violatedConstraint(error) === "energy_contracts_no_overlap") {
      throw new Invalid({ validFrom: "contractOverlap" });
    }
    throw error;
  }
}
