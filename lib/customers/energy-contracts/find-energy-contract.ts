import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings, energyContracts } from "@/db/schema";
import type { Requirement } from "@/lib/core/access/authorize";
import { Invalid, NotFound } from "@/lib/core/errors";
import { getPhoneCountry } from "@/lib/core/people/phone-number";
import { loadById } from "@/lib/core/use-cases/load-by-id";
import {
  findMeterPointProblem,
  MAX_METER_NUMBER_CHARACTERS,
} from "@/lib/core/validation/meter-point";

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
): Promise<{ country: string | null } | undefined> {
  if (buildingId === null) return undefined;
  const [building] = await transaction
    .select({ country: buildings.country })
    .from(buildings)
    .where(
      and(eq(buildings.id, buildingId), eq(buildings.userId, userId), isNull(buildings.deletedAt)),
    );
  if (!building) throw new Invalid({ buildingId: "choice" });
  return building;
}

/**
 * Checks the form of a meter point by the country of its building, else of the organization.
 * @param isMeterNumberAllowed whether the number of a meter will do
 * @throws Invalid when it is none of that country's
 */
export async function requireMeterPoint(
  transaction: Transaction,
  meterId: string | null | undefined,
  building: { country: string | null } | undefined,
  isMeterNumberAllowed = false,
): Promise<void> {
  if (!meterId || (isMeterNumberAllowed && meterId.length <= MAX_METER_NUMBER_CHARACTERS)) return;
  const country = building?.country ?? (await getPhoneCountry(transaction));
  const problem = findMeterPointProblem(meterId, country);
  if (problem) throw new Invalid({ meterId: problem });
}
