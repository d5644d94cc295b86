import "server-only";
import { isNull, sql } from "drizzle-orm";
import { buildings, users } from "@/db/schema";
import { defineRecordList } from "@/lib/core/lists/record-list";
import { isOwnerOf, ownerColumns, withOwnerName } from "@/lib/core/people/owner";
import { pick } from "@/lib/core/records/object-fields";
import { defineQuery } from "@/lib/define-use-case";
import { buildingFacets } from "./building-facet";
import { buildingListSchema } from "./building-list-schema";
import { buildingFieldNames } from "./building-schema";

const columns = {
  id: buildings.id,
  ...pick(buildings, buildingFieldNames),
  hasName: buildings.hasName,
  contractCount: buildings.contractCount,
  deviceCount: buildings.deviceCount,
  createdAt: buildings.createdAt,
  owner: ownerColumns,
};

/** Searches name and address, and what the end-user is found by. */
export const buildingList = defineRecordList({
  name: "building",
  schema: buildingListSchema,
  facets: buildingFacets,
  table: buildings,
  living: isNull(buildings.deletedAt),
  listed: sql`${buildings.facet} is not null`,
  sorts: {
    name: { expression: buildings.nameSort, type: "text" },
    postalCode: { expression: buildings.postalCodeSort, type: "text" },
    created: { expression: buildings.createdAt, type: "timestamptz" },
  },
  search: {
    find: (words, filters, max) => sql`search_buildings(${words}, ${filters}, ${max})`,
    allowsMistakes: true,
    namesAllFacets: true,
  },
  ownerId: buildings.userId,
  select: (transaction) =>
    transaction.select(columns).from(buildings).innerJoin(users, isOwnerOf(buildings)).$dynamic(),
  toRows: (_, rows) => rows.map(withOwnerName),
});

/** A page of buildings. `total` is there where it is known without counting; otherwise `countBuildings` tells. */
export const listBuildings = defineQuery({ name: "listBuildings", ...buildingList.useCases.page });

export const readBuildingExportPage = defineQuery({
  name: "readBuildingExportPage",
  ...buildingList.useCases.exportPage,
});

export const countBuildings = defineQuery({
  name: "countBuildings",
  ...buildingList.useCases.count,
});
