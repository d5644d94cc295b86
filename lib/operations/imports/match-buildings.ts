import "server-only";
import type { Transaction } from "@/db/client";
import { writableBuildingFields } from "@/lib/customers/buildings/find-building";
import { isSamePlace, toAddressKey, toNameKey } from "@/lib/customers/buildings/place-key";
import type { Copies } from "./copied-records";
import type { ImportableRow } from "./imported-rows";
import { isRepeated, ownersOf, type RowMatch, type SeenKeys } from "./match-row";
import { type Building, listOwnedBuildings } from "./owned-buildings";

/**
 * Finds the building that each row is about: of its end-user, by address and name, else by one of them.
 * @param isExact whether both have to be the same: two buildings at one address may have different names
 */
export async function matchBuildings(
  transaction: Transaction,
  rows: ImportableRow[],
  seen: SeenKeys,
  copies: Copies,
  isExact: boolean,
): Promise<RowMatch<Building, Record<string, unknown>>[]> {
  const owned = await listOwnedBuildings(transaction, ownersOf(rows));
  return rows.map(({ line, fields, ownerId }) => {
    const userId = ownerId ?? "";
    const row = { ...fields };
    const ofOwner = owned.get(userId) ?? [];
    const copy = ofOwner.find(({ id }) => id === copies.get(line));
    const { existing, problem } = copy ? { existing: copy } : findBuilding(ofOwner, row, isExact);
    const key = existing?.id ?? `${userId} ${toNameKey(row)} ${toAddressKey(row)}`;
    const found = problem ?? (isRepeated(seen, key, line) ? "repeated" : undefined);
    const isRenamed =
      !copy &&
      existing?.hasName === true &&
      toNameKey(row) !== "" &&
      toNameKey(existing) !== toNameKey(row);
    return {
      line,
      userId,
      // An empty name is what it had: undoing the import gives it back.
      existing: existing && { ...existing, name: existing.hasName ? existing.name : "" },
      // A building that is known by its address keeps the name that people know it by.
      values: isRenamed ? { ...row, name: null } : row,
      problems: found ? { name: found } : null,
      warnings: isRenamed ? { name: `buildingNameKept:${existing.name}` } : undefined,
    };
  });
}

function findBuilding(
  owned: Building[],
  row: Record<string, unknown>,
  isExact: boolean,
): { existing: Building | undefined; problem?: string } {
  const exact = owned.find((building) => isSamePlace(writableBuildingFields(building), row));
  if (exact || isExact) return { existing: exact };
  const address = toAddressKey(row);
  const ofAddress = address ? owned.filter((each) => toAddressKey(each) === address) : [];
  if (ofAddress.length > 0) {
    return ofAddress.length === 1 ? { existing: ofAddress[0] } : { existing: undefined };
  }
  if (toNameKey(row) === "") return { existing: undefined };
  const ofName = owned.filter(
    (each) => toNameKey(each) === toNameKey(row) && (!address || !toAddressKey(each)),
  );
  if (ofName.length > 1) return { existing: undefined, problem: "severalBuildings" };
  return { existing: ofName[0] };
}
