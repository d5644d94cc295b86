import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { devices, energyContracts, users } from "@/db/schema";
import { personName } from "@/lib/core/people/person-name";
import { defineQuery } from "@/lib/define-use-case";
import { recentHistory } from "@/lib/platform/audit/recent-history";
import { buildingReference } from "./building-schema";
import { loadBuilding, ofBuilding, writableBuildingFields } from "./find-building";

const maxShown = 100;

/** One building with its end-user, contracts, devices and latest history. */
export const getBuilding = defineQuery({
  name: "getBuilding",
  input: buildingReference,
  load: loadBuilding,
  requires: ofBuilding("read"),
  async run({ actor, transaction, subject: building }) {
    const [owner] = await transaction.select().from(users).where(eq(users.id, building.userId));
    const contracts = await transaction
      .select()
      .from(energyContracts)
      .where(and(eq(energyContracts.buildingId, building.id), isNull(energyContracts.deletedAt)))
      .orderBy(asc(energyContracts.validFrom), asc(energyContracts.createdAt))
      .limit(maxShown);
    const ofDevices = await transaction
      .select({
        id: devices.id,
        kind: devices.kind,
        manufacturer: devices.manufacturer,
        model: devices.model,
        connectionState: devices.connectionState,
        isSmartOptimizationActive: devices.isSmartOptimizationActive,
        currentStateLastUpdatedAt: devices.currentStateLastUpdatedAt,
      })
      .from(devices)
      .where(and(eq(devices.buildingId, building.id), isNull(devices.deletedAt)))
      .orderBy(asc(devices.createdAt), asc(devices.id))
      .limit(maxShown);
    return {
      ...writableBuildingFields(building),
      name: building.name,
      hasName: building.hasName,
      /** The same once more, for the form that changes them. */
      fields: writableBuildingFields(building),
      id: building.id,
      version: building.version,
      createdAt: building.createdAt,
      owner: { id: building.userId, name: owner ? personName(owner) : "–" },
      contracts: contracts.map(({ organizationId, userId, deletedAt, ...shown }) => shown),
      devices: ofDevices,
      history: await recentHistory(transaction, actor, building.id),
    };
  },
});
