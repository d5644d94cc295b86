import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { pick } from "@/lib/core/records/object-fields";
import { defineCommand } from "@/lib/define-use-case";
import { findEndUser } from "../end-users/find-end-user";
import { buildingReference } from "./building-schema";
import { loadBuilding, ofBuilding, writableBuildingFields } from "./find-building";
import { requireNewBuilding } from "./find-same-building";
import { toAddressKey } from "./place-key";

const addressFields = ["streetAndNumber", "streetAddInfo", "zipCode", "town", "country"] as const;

/**
 * Gives a building the address of its owner.
 * @throws Duplicate when it becomes the same as another of the end-user
 */
export const copyOwnerAddress = defineCommand({
  name: "copyOwnerAddress",
  input: buildingReference,
  load: loadBuilding,
  requires: ofBuilding("update"),
  async run({ transaction, subject: before }) {
    const { id, userId } = before;
    const address = pick(await findEndUser(transaction, userId), addressFields);
    const result = { id, userId };
    const changes = changesBetween(pick(before, addressFields), address);
    if (Object.keys(changes).length === 0) return { result, audit: [] };
    const place = { ...writableBuildingFields(before), ...address };
    await requireNewBuilding(transaction, { ...place, userId, id });
    // Of several who copy it at once, one does.
    const [after] = await transaction
      .update(buildings)
      .set({ ...address, version: sql`${buildings.version} + 1` })
      .where(and(eq(buildings.id, id), eq(buildings.version, before.version)))
      .returning();
    if (!after) return { result, audit: [] };
    return {
      result,
      audit: [
        {
          action: "building.updated",
          target: { type: "building", id, name: after.name },
          changes,
        },
      ],
    };
  },
});

type Address = Parameters<typeof toAddressKey>[0];

/** The buildings of an end-user that are still at an address that was theirs. @returns ids; none where it is the same */
export async function findBuildingsAtFormerAddress(
  transaction: Transaction,
  { userId, before, after }: { userId: string; before: Address; after: Address },
): Promise<string[]> {
  const former = toAddressKey(before);
  if (former === "" || former === toAddressKey(after)) return [];
  const owned = await transaction
    .select()
    .from(buildings)
    .where(and(eq(buildings.userId, userId), isNull(buildings.deletedAt)));
  return owned.filter((building) => toAddressKey(building) === former).map(({ id }) => id);
}
