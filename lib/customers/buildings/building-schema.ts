import { fieldNamesOf, schemasOf } from "@/lib/core/records/field-table";
import { changesOf } from "@/lib/core/validation/changes-of";
import { recordVersion, z } from "@/lib/core/validation/problems";
import { buildingFields } from "./building-fields";

const schemas = schemasOf(buildingFields);

export const buildingFieldNames = fieldNamesOf(buildingFields);

export const createBuildingInput = z.object({ ...schemas, userId: z.uuid() });

export const updateBuildingInput = z.object({
  ...changesOf(schemas),
  id: z.uuid(),
  version: recordVersion,
});

export const buildingReference = z.object({ id: z.uuid() });

export const deleteBuildingInput = buildingReference.extend({ version: recordVersion.optional() });
