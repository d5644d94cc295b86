import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings, users } from "@/db/schema";
import { Duplicate } from "@/lib/core/errors";
import { writableBuildingFields } from "./find-building";
import { isSamePlace } from "./place-key";

type Written = Parameters<typeof isSamePlace>[0] & { userId: string; id?: string };

/**
 * Makes sure that the end-user has no other building of the same name and address. Others who write buildings of the
 * end-user wait until the transaction ends.
 * @throws Duplicate that names the building
 */
export async function requireNewBuilding(
  transaction: Transaction,
  { userId, id, ...place }: Written,
): Promise<void> {
  await transaction
    .select({ id: users.id })
    .from(users)
    .where(eq(users.id, userId))
    .for("no key update");
  const owned = await transaction
    .select()
    .from(buildings)
    .where(
      and(
        eq(buildings.userId, userId),
        isNull(buildings.deletedAt),
        id === undefined ? undefined : ne(buildings.id, id),
      ),
    );
  const existing = owned.find((building) => isSamePlace(writableBuildingFields(building), place));
  if (existing) throw new Duplicate({ name: `buildingTaken:${existing.name}` }, existing.id);
}
