import "server-only";
import { and, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings } from "@/db/schema";

type Placed = { userId: string; buildingId?: string | null | undefined };

/** Looks up the buildings of some devices. @returns whether a device has none, or one of its owner's own */
export async function listOwnBuildings(
  transaction: Transaction,
  devices: Placed[],
): Promise<(device: Placed) => boolean> {
  const ids = devices.flatMap(({ buildingId }) => buildingId ?? []);
  const living =
    ids.length === 0
      ? []
      : await transaction
          .select({ id: buildings.id, userId: buildings.userId })
          .from(buildings)
          .where(and(inArray(buildings.id, ids), isNull(buildings.deletedAt)));
  const ownerOf = new Map(living.map(({ id, userId }) => [id, userId]));
  return ({ userId, buildingId }) => !buildingId || ownerOf.get(buildingId) === userId;
}
