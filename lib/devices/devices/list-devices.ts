import "server-only";
import { isNull, sql } from "drizzle-orm";
import { devices, users } from "@/db/schema";
import { defineRecordList } from "@/lib/core/lists/record-list";
import { isOwnerOf, ownerColumns, withOwnerName } from "@/lib/core/people/owner";
import { defineQuery } from "@/lib/define-use-case";
import { deviceFacets, takeModelNames } from "./device-facet";
import { deviceListSchema } from "./device-list-schema";

const columns = {
  id: devices.id,
  kind: devices.kind,
  manufacturer: devices.manufacturer,
  model: devices.model,
  modelYear: devices.modelYear,
  externalDeviceId: devices.externalDeviceId,
  buildingId: devices.buildingId,
  comment: devices.comment,
  connectionState: devices.connectionState,
  disconnectedSince: devices.disconnectedSince,
  isSmartOptimizationActive: devices.isSmartOptimizationActive,
  currentStateLastUpdatedAt: devices.currentStateLastUpdatedAt,
  createdAt: devices.createdAt,
  owner: ownerColumns,
};

const isLiving = isNull(devices.deletedAt);

/** Searches manufacturers, models, serial numbers and what end-users are found by. */
export const deviceList = defineRecordList({
  name: "device",
  schema: deviceListSchema,
  facets: deviceFacets,
  table: devices,
  living: isLiving,
  listed: isLiving,
  sorts: {
    created: { expression: devices.createdAt, type: "timestamptz" },
    model: { expression: devices.modelSort, type: "text" },
    seen: { expression: devices.lastSeenSort, type: "timestamptz" },
    waiting: {
      expression: devices.disconnectedSince,
      type: "timestamptz",
      where: sql`${devices.disconnectedSince} is not null and ${devices.connectionState} = 'disconnected' and ${isLiving}`,
    },
  },
  search: {
    // The words are those of a serial number, and those of an owner.
    find: (words, filters, max) => sql`search_devices(${words}, ${words}, ${filters}, ${max})`,
    allowsMistakes: false,
    namesAllFacets: false,
  },
  takeWords: takeModelNames,
  ownerId: devices.userId,
  select: (transaction) =>
    transaction.select(columns).from(devices).innerJoin(users, isOwnerOf(devices)).$dynamic(),
  toRows: (_, rows) => rows.map(withOwnerName),
});

/** A page of the fleet. `total` is there where it is known without counting; otherwise `countDevices` tells. */
export const listDevices = defineQuery({ name: "listDevices", ...deviceList.useCases.page });

export const readDeviceExportPage = defineQuery({
  name: "readDeviceExportPage",
  ...deviceList.useCases.exportPage,
});

export const countDevices = defineQuery({ name: "countDevices", ...deviceList.useCases.count });
