import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { buildings, devices, energyContracts } from "@/db/schema";
import { personName } from "@/lib/core/people/person-name";
import { isUnreadablePhone } from "@/lib/core/people/phone-number";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { readTagsOf } from "../tags/tag-end-users";
import { findEndUser, writableFields } from "./find-end-user";

/** One end-user with buildings, contracts and devices. */
export const getEndUser = defineQuery({
  name: "getEndUser",
  input: z.object({ id: z.uuid() }),
  requires: ({ input }) => [{ action: "read", resource: "end-user", ownerId: input.id }],
  async run({ input, transaction, scope }) {
    const endUser = await findEndUser(transaction, input.id);
    const ofBuildings = await transaction
      .select()
      .from(buildings)
      .where(and(eq(buildings.userId, endUser.id), isNull(buildings.deletedAt)))
      .orderBy(asc(buildings.createdAt), asc(buildings.id))
      .limit(100);
    const ofContracts = await transaction
      .select()
      .from(energyContracts)
      .where(and(eq(energyContracts.userId, endUser.id), isNull(energyContracts.deletedAt)))
      .orderBy(asc(energyContracts.createdAt))
      .limit(100);
    const ofDevices = await transaction
      .select({
        id: devices.id,
        kind: devices.kind,
        manufacturer: devices.manufacturer,
        model: devices.model,
        buildingId: devices.buildingId,
        connectionState: devices.connectionState,
        isSmartOptimizationActive: devices.isSmartOptimizationActive,
        currentStateLastUpdatedAt: devices.currentStateLastUpdatedAt,
      })
      .from(devices)
      .where(and(eq(devices.userId, endUser.id), isNull(devices.deletedAt)))
      .orderBy(asc(devices.createdAt), asc(devices.id))
      .limit(100);
    // What the team marks an end-user with is for the team.
    const ofTags = scope === "own" ? [] : await readTagsOf(transaction, [endUser.id]);
    return {
      ...writableFields(endUser),
      /** The same once more, for the form that changes them. */
      fields: writableFields(endUser),
      id: endUser.id,
      hasUnreadablePhone: isUnreadablePhone(endUser),
      name: personName(endUser),
      version: endUser.version,
      status: endUser.status,
      /** Whether they have set one, which is all that anybody is told of it. */
      hasPassword: endUser.passwordHash !== null,
      archivedAt: endUser.archivedAt,
      createdAt: endUser.createdAt,
      updatedAt: endUser.updatedAt,
      lastSeenAt: endUser.lastSeenAt,
      latitude: endUser.latitude,
      longitude: endUser.longitude,
      buildings: ofBuildings.map(({ organizationId, userId, deletedAt, ...shown }) => shown),
      contracts: ofContracts.map(({ organizationId, userId, deletedAt, ...shown }) => shown),
      devices: ofDevices,
      tags: ofTags.map(({ name }) => name),
    };
  },
});
