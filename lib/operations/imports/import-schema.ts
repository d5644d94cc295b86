import { headingsOf, requiredFieldsOf } from "@/lib/core/records/field-table";
import { encodings, separatorNames } from "@/lib/core/table-files/table-reading";
import { MAX_INTEGER, z } from "@/lib/core/validation/problems";
import { buildingFields } from "@/lib/customers/buildings/building-fields";
import { listedEndUserFields } from "@/lib/customers/end-users/end-user-fields";

export const importKinds = ["end-user", "building", "device"] as const;
export type ImportKind = (typeof importKinds)[number];

/** The largest file, and the most rows of it. */
export const maxImportedRows = 200_000;

/** The fields of each kind by the headings that stand for them; exports use the first of each. */
export const importFields = {
  "end-user": headingsOf(listedEndUserFields),
  building: {
    owner: ["owner_email", "owner", "user_id", "external_user_id", "email", "kundennummer"],
    ...headingsOf(buildingFields),
  },
  device: {
    owner: ["owner_email", "owner", "user_id", "external_user_id", "email", "kundennummer"],
    kind: ["kind", "art"],
    manufacturer: ["manufacturer", "hersteller"],
    model: ["model", "modell"],
    modelYear: ["model_year", "baujahr"],
    externalDeviceId: ["external_device_id", "serial number", "seriennummer"],
    isSmartOptimizationActive: ["is_smart_optimization_active"],
    comment: ["comment", "kommentar"],
  },
} as const satisfies Record<ImportKind, Record<string, readonly string[]>>;

/** Fields without which no row is good. */
export const neededFields: Record<ImportKind, readonly string[]> = {
  "end-user": requiredFieldsOf(listedEndUserFields),
  building: ["owner", ...requiredFieldsOf(buildingFields)],
  device: ["owner", "kind", "manufacturer", "model"],
};

const plainHeading = (heading: string) => heading.trim().toLowerCase();

/** Whether a heading stands for a field of this kind. */
export const isKnownHeading = (kind: ImportKind, heading: string) =>
  Object.values(importFields[kind]).flat<readonly string[][]>().includes(plainHeading(heading));

/** The columns whose headings are known, by field. */
export function guessMapping(kind: ImportKind, headings: string[]): Record<string, number> {
  const known = headings.map(plainHeading);
  const found = Object.entries(importFields[kind]).flatMap(([field, names]) => {
    const name = (names as readonly string[]).find((candidate) => known.includes(candidate));
    return name === undefined ? [] : [[field, known.indexOf(name)] as const];
  });
  return Object.fromEntries(found);
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
});

/** A form has a field `column_<field>` with the column's number, or nothing, for each field. */
export const columnPrefix = "column_";

/** What becomes of a row about an end-user who is there already. */
export const existingChoices = ["refuse", "update"] as const;

export const checkImportInput = z.object({
  id: z.uuid(),
  existing: z.enum(existingChoices).default("refuse"),
  mapping: z.record(z.string().max(50), z.coerce.number().int().min(0).max(200)),
});

export const runImportInput = z.object({ id: z.uuid(), scope: z.enum(["all", "good"]) });

export const importReference = z.object({ id: z.uuid() });
