import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { buildings } from "@/db/schema";
import type { Requirement } from "@/lib/core/access/authorize";
import { NotFound } from "@/lib/core/errors";
import { pick } from "@/lib/core/records/object-fields";
import { loadById } from "@/lib/core/use-cases/load-by-id";
import { buildingFieldNames } from "./building-schema";

/** @throws NotFound when the organization has no such living building */
export async function findBuilding(transaction: Transaction, id: string) {
  const [building] = await transaction
    .select()
    .from(buildings)
    .where(and(eq(buildings.id, id), isNull(buildings.deletedAt)));
  if (!building) throw new NotFound();
  return building;
}

/** The right over a building, which is its owner's on `own`. */
export const ofBuilding =
  (action: "read" | "update" | "delete") =>
  ({ subject }: { subject: { userId: string } }): Requirement[] => [
    { action, resource: "building", ownerId: subject.userId },
  ];

export const loadBuilding = loadById(findBuilding);

/** The fields a person may write, as forms fill in and the audit log compares them; no name where none was given. */
export const writableBuildingFields = (building: typeof buildings.$inferSelect) => ({
  ...pick(building, buildingFieldNames),
  name: building.hasName ? building.name : null,
});
