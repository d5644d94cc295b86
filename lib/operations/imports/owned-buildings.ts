import "server-only";
import { and, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings } from "@/db/schema";
import { toAddressKey, toNameKey } from "@/lib/customers/buildings/place-key";

export type Building = typeof buildings.$inferSelect;

/** The living buildings of some end-users, by end-user. */
export async function listOwnedBuildings(
  transaction: Transaction,
  userIds: string[],
): Promise<Map<string, Building[]>> {
  if (userIds.length === 0) return new Map();
  const found = await transaction
    .select()
    .from(buildings)
    .where(and(inArray(buildings.userId, userIds), isNull(buildings.deletedAt)))
    .orderBy(buildings.createdAt, buildings.id);
  const byOwner = new Map<string, Building[]>();
  for (const building of found) {
    byOwner.set(building.userId, [...(byOwner.get(building.userId) ?? []), building]);
  }
  return byOwner;
}

/**
 * The building that a row names by its id, name or address.
 * @returns undefined when it names none
 */
export function resolveBuilding(
  owned: Building[],
  named: unknown,
): { building?: Building; problem?: string } {
  if (typeof named !== "string" || named === "") return {};
  const wanted = fold(named);
  const matching = owned.filter(
    (building) =>
      building.id === named.toLowerCase() ||
      toNameKey(building) === wanted ||
      addressesOf(building).includes(wanted),
  );
  const [building] = matching;
  if (!building) return { problem: "noSuchBuilding" };
  return matching.length > 1 ? { problem: "severalBuildings" } : { building };
}

const fold = (text: string) => toNameKey({ name: text });

/** The ways in which a file writes an address in one cell. */
function addressesOf(building: Building): string[] {
  if (!toAddressKey(building)) return [];
  const { streetAndNumber, zipCode, town } = building;
  return [
    [streetAndNumber],
    [streetAndNumber, zipCode],
    [streetAndNumber, zipCode, town],
    [streetAndNumber, town],
  ].map((parts) => fold(parts.filter(Boolean).join(" ")));
}
