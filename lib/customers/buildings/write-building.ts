import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { buildings, devices, energyContracts } from "@/db/schema";
import { changesBetween } from "@/lib/core/audit/changes-between";
import { Invalid, VersionConflict } from "@/lib/core/errors";
import { lockDevicesOf } from "@/lib/core/records/lock-devices";
import { markDeleted } from "@/lib/core/records/mark-deleted";
import { withoutUndefined } from "@/lib/core/records/object-fields";
import { requirePostalCode } from "@/lib/core/validation/postal-code";
import { defineCommand } from "@/lib/define-use-case";
import { findEndUser } from "../end-users/find-end-user";
import { isNameable } from "./building-name";
import { createBuildingInput, deleteBuildingInput, updateBuildingInput } from "./building-schema";
import { findBuilding, loadBuilding, ofBuilding, writableBuildingFields } from "./find-building";
import { requireNewBuilding } from "./find-same-building";
import { isSamePlace } from "./place-key";

/**
 * Adds a building to an end-user.
 * @throws Duplicate when the end-user has it already
 */
export const createBuilding = defineCommand({
  name: "createBuilding",
  input: createBuildingInput,
  requires: ({ input }) => [{ action: "create", resource: "building", ownerId: input.userId }],
  async run({ actor, input, transaction }) {
    requirePostalCode(input);
    requireNameOrAddress(input);
    const owner = await findEndUser(transaction, input.userId);
    await requireNewBuilding(transaction, input);
    const [created] = await transaction
      .insert(buildings)
      .values({
        ...input,
        name: input.name ?? "",
        userId: owner.id,
        organizationId: actor.organizationId,
      })
      .returning();
    if (!created) throw new Error("The insert returned no row.");
    return {
      result: { id: created.id },
      audit: [
        {
          action: "building.created",
          target: { type: "building", id: created.id, name: created.name },
          changes: changesBetween({}, writableBuildingFields(created)),
        },
      ],
    };
  },
});

/**
 * Changes a building's record.
 * @throws VersionConflict when another wrote since the given version was read
 * @throws Duplicate when it becomes the same as another of the end-user
 */
export const updateBuilding = defineCommand({
  name: "updateBuilding",
  input: updateBuildingInput,
  load: loadBuilding,
  requires: ofBuilding("update"),
  async run({ input, transaction, subject: before }) {
    const { id, version, ...fields } = input;
    requirePostalCode(fields, before);
    const written = writableBuildingFields(before);
    const place = { ...written, ...withoutUndefined(fields) };
    requireNameOrAddress(place);
    if (!isSamePlace(place, written)) {
      await requireNewBuilding(transaction, { ...place, userId: before.userId, id });
    }
    const [after] = await transaction
      .update(buildings)
      .set({
        ...fields,
        name: fields.name === null ? "" : fields.name,
        version: sql`${buildings.version} + 1`,
      })
      .where(and(eq(buildings.id, id), eq(buildings.version, version)))
      .returning();
    if (!after) throw new VersionConflict(await findBuilding(transaction, id), fields);
    return {
      result: { id },
      audit: [
        {
          action: "building.updated",
          target: { type: "building", id, name: after.name },
          changes: changesBetween(written, writableBuildingFields(after)),
        },
      ],
    };
  },
});

/** @throws Invalid when nothing would tell the building from others */
function requireNameOrAddress(place: Parameters<typeof isNameable>[0]): void {
  if (!isNameable(place)) throw new Invalid({ name: "nameOrAddress" });
}

/**
 * Deletes a building with its contracts. Its devices stay with the end-user, in no building.
 * @throws VersionConflict when it is not the version that was named
 */
export const deleteBuilding = defineCommand({
  name: "deleteBuilding",
  input: deleteBuildingInput,
  load: loadBuilding,
  requires: ofBuilding("delete"),
  async run({ input, transaction, subject: building }) {
    await lockDevicesOf(transaction, { buildingId: building.id });
    const deletedAt = await markDeleted(transaction, buildings, building, input.version);
    await transaction
      .update(devices)
      .set({ buildingId: null })
      .where(and(eq(devices.buildingId, building.id), isNull(devices.deletedAt)));
    await transaction
      .update(energyContracts)
      .set({ deletedAt })
      .where(and(eq(energyContracts.buildingId, building.id), isNull(energyContracts.deletedAt)));
    return {
      result: { userId: building.userId },
      audit: [
        {
          action: "building.deleted",
          target: { type: "building", id: building.id, name: building.name },
        },
      ],
    };
  },
});
