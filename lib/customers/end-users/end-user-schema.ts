import { MAX_BATCH_SIZE } from "@/lib/core/records/batch-size";
import { fieldNamesOf, schemasOf } from "@/lib/core/records/field-table";
import { changesOf } from "@/lib/core/validation/changes-of";
import { checkbox, recordVersion, z } from "@/lib/core/validation/problems";
import { endUserFields, listedEndUserFields } from "./end-user-fields";

const schemas = schemasOf(endUserFields);

export const endUserFieldNames = fieldNamesOf(listedEndUserFields);

type Names = {
  companyName?: string | null | undefined;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  email?: string | null | undefined;
};

/** The field at fault where nothing says who the customer is, which is worse than an unknown address. */
export const findNameProblem = (names: Names): { lastName: "nameless" } | undefined =>
  names.companyName || names.firstName || names.lastName || names.email
    ? undefined
    : { lastName: "nameless" };

/** The fields of a new end-user, before they are looked at together. */
export const newEndUserFields = z.object(schemas);

export const createEndUserInput = newEndUserFields
  .extend({
    /** Whether the address is an account's, which can then log in. Absent: whenever there is an address. */
    hasAccess: checkbox.unwrap().optional(),
  })
  .superRefine((fields, context) => {
    const problem = findNameProblem(fields);
    if (problem)
      context.addIssue({ code: "custom", path: ["lastName"], message: problem.lastName });
  });

const endUserChanges = z.object({ ...changesOf(schemas), id: z.uuid() });

export const updateEndUserInput = endUserChanges.extend({ version: recordVersion });

export const createEndUsersInput = z.object({
  people: z.array(createEndUserInput).max(MAX_BATCH_SIZE),
});

/** Without versions: each replaces what is stored. */
export const updateEndUsersInput = z.object({
  people: z.array(endUserChanges).max(MAX_BATCH_SIZE),
});

export const setArchivedInput = z.object({ id: z.uuid(), isArchived: checkbox });

export const portalAccessInput = z.object({ id: z.uuid() });

export const eraseEndUserInput = z.object({
  id: z.uuid(),
  /** The end-user's address, or without one the name, typed again. */
  confirmation: z.string().trim().min(1).max(254),
});

export const deleteEndUserInput = eraseEndUserInput.extend({ version: recordVersion.optional() });
