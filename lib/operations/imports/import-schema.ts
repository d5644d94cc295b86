import { requiredFieldsOf } from "@/lib/core/records/field-table";
import { encodings, separatorNames } from "@/lib/core/table-files/table-reading";
import { checkbox, MAX_INTEGER, z } from "@/lib/core/validation/problems";
import { listedEndUserFields } from "@/lib/customers/end-users/end-user-fields";
import { type ImportKind, importKinds } from "./import-headings";

/** The largest file, and the most rows of it. */
export const maxImportedRows = 200_000;

/** Fields without which no row is good. */
export const neededFields: Record<ImportKind, readonly string[]> = {
  "end-user": requiredFieldsOf(listedEndUserFields),
  building: ["owner"],
  "energy-contract": ["owner"],
  device: ["owner", "kind", "manufacturer", "model"],
};

/** Each of these says who an end-user is. */
const fieldsThatName = ["companyName", "firstName", "lastName", "fullName", "email"];

/** The problems of a mapping that leaves out what no row can do without, by field. */
export function findMissingColumns(
  kind: ImportKind,
  mapping: Partial<Record<string, unknown>>,
): Record<string, "required" | "nameless"> {
  const missing = neededFields[kind].filter((field) => mapping[field] === undefined);
  if (missing.length > 0) return Object.fromEntries(missing.map((field) => [field, "required"]));
  const isNamed = fieldsThatName.some((field) => mapping[field] !== undefined);
  return kind === "end-user" && !isNamed ? { lastName: "nameless" } : {};
}

export const createImportInput = z.object({
  kind: z.enum(importKinds),
  fileName: z.string().max(255),
  content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

/** How a person says that a file is to be read. */
export const readImportAgainInput = z.object({
  id: z.uuid(),
  encoding: z.enum(encodings),
  separator: z.enum(separatorNames),
  headingLine: z.coerce.number().int().min(0).max(MAX_INTEGER),
  /** Of a workbook, the name of the sheet; another one is read with the headings that are found in it. */
  sheet: z.string().max(255).optional(),
});

/** A form has a field `column_<field>` with the column's number, or nothing, for each field. */
export const columnPrefix = "column_";

/** The same for the column that is joined to it. */
export const joinedPrefix = "joined_";

/** What becomes of a row about a record that is there already. */
export const existingChoices = ["refuse", "update"] as const;

const MAX_JOINED_COLUMNS = 4;

const columnNumber = z.coerce.number().int().min(0).max(200);

export const checkImportInput = z.object({
  id: z.uuid(),
  existing: z.enum(existingChoices).default("refuse"),
  mapping: z.record(
    z.string().max(50),
    z.union([z.array(columnNumber).min(1).max(MAX_JOINED_COLUMNS), columnNumber]),
  ),
  /** Whether the next file with the same headings begins with these columns; absent: as before. */
  isMappingSaved: checkbox.unwrap().optional(),
});

export const runImportInput = z.object({ id: z.uuid(), scope: z.enum(["all", "good"]) });

export const importReference = z.object({ id: z.uuid() });
