import { fieldNamesOf, schemasOf } from "@/lib/core/records/field-table";
import { changesOf } from "@/lib/core/validation/changes-of";
import { checkbox, recordVersion, z } from "@/lib/core/validation/problems";
import { endUserFields, listedEndUserFields } from "./end-user-fields";

const schemas = schemasOf(endUserFields);

export const endUserFieldNames = fieldNamesOf(listedEndUserFields);

export const createEndUserInput = z.object(schemas);

export const updateEndUserInput = z.object({
  ...changesOf(schemas),
  id: z.uuid(),
  version: recordVersion,
});

export const setArchivedInput = z.object({ id: z.uuid(), isArchived: checkbox });

export const deleteEndUserInput = z.object({
  id: z.uuid(),
  /** The end-user's address, typed again. */
  confirmation: z.string().trim().min(1).max(254),
});
