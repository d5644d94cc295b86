import { optionalInteger, optionalNumber } from "../validation/numbers";
import {
  optionalChoice,
  optionalCurrency,
  optionalDay,
  optionalId,
  optionalMeterPoint,
  optionalVatId,
} from "../validation/optional-values";
import {
  optionalCountry,
  optionalEmailAddress,
  optionalFlag,
  optionalText,
  phoneNumber,
  requiredText,
  type z,
} from "../validation/problems";

type Common = {
  /** Its name in the Partner API, in exports, and as the first heading that an import knows. */
  apiName: string;
  /** Further headings that an import knows, in lower case. */
  headings?: readonly string[];
  /** Whether it can name or locate a person: erasure empties it. */
  isPersonal: boolean;
  /** The part of the form and of the page that shows it. */
  group: string;
};

/** One field of a record that people write. Everything that handles the field derives from this. */
export type FieldDefinition = Common &
  (
    | { kind: "requiredText"; maxLength: number }
    | { kind: "text"; maxLength: number; terms?: readonly string[] }
    | { kind: "integer" | "decimal"; min: number; max: number; unit?: string }
    | { kind: "flag" }
    | { kind: "choice"; choices: readonly string[] }
    | {
        kind:
          | "country"
          | "email"
          | "phone"
          | "day"
          | "currency"
          | "meterPoint"
          | "recordId"
          | "vatId";
      }
  );

export type FieldTable = Record<string, FieldDefinition>;

/** The zod schema of each kind of field, as forms, imports and use-cases take it. */
type FieldSchemas = {
  requiredText: ReturnType<typeof requiredText>;
  text: ReturnType<typeof optionalText>;
  integer: ReturnType<typeof optionalInteger>;
  decimal: ReturnType<typeof optionalNumber>;
  flag: typeof optionalFlag;
  country: typeof optionalCountry;
  email: typeof optionalEmailAddress;
  phone: typeof phoneNumber;
  choice: ReturnType<typeof optionalChoice<string>>;
  day: typeof optionalDay;
  currency: typeof optionalCurrency;
  meterPoint: typeof optionalMeterPoint;
  recordId: typeof optionalId;
  vatId: typeof optionalVatId;
};

type SchemaOf<Field extends FieldDefinition> = Field extends {
  kind: "choice";
  choices: readonly (infer Choice extends string)[];
}
  ? ReturnType<typeof optionalChoice<Choice>>
  : FieldSchemas[Field["kind"]];

function schemaOf(field: FieldDefinition): FieldSchemas[FieldDefinition["kind"]] {
  switch (field.kind) {
    case "requiredText":
      return requiredText(field.maxLength);
    case "text":
      return optionalText(field.maxLength);
    case "integer":
      return optionalInteger(field.min, field.max);
    case "decimal":
      return optionalNumber(field.min, field.max);
    case "flag":
      return optionalFlag;
    case "country":
      return optionalCountry;
    case "email":
      return optionalEmailAddress;
    case "phone":
      return phoneNumber;
    case "choice":
      return optionalChoice(field.choices);
    case "day":
      return optionalDay;
    case "currency":
      return optionalCurrency;
    case "meterPoint":
      return optionalMeterPoint;
    case "recordId":
      return optionalId;
    case "vatId":
      return optionalVatId;
  }
}

/** What use-cases take of a table's fields, each of which may be absent. */
export type FieldInputs<Table extends FieldTable> = {
  [Name in keyof Table]?: z.input<SchemaOf<Table[Name]>>;
};

/** @returns the shape of a zod object of all fields */
export function schemasOf<Table extends FieldTable>(table: Table) {
  const entries = Object.entries(table).map(([name, field]) => [name, schemaOf(field)]);
  // Object.fromEntries forgets which schema belongs to which name.
  return Object.fromEntries(entries) as {
    [Name in keyof Table]: SchemaOf<Table[Name]>;
  };
}

export function fieldNamesOf<Table extends FieldTable>(table: Table): (keyof Table & string)[] {
  return Object.keys(table);
}

/** The fields of a table that stand in one part of the form, in the table's order. */
export function fieldsInGroup(table: FieldTable, group: string): [string, FieldDefinition][] {
  return Object.entries(table).filter(([, field]) => field.group === group);
}

/** The headings by which an import knows each field. */
export function headingsOf<Table extends FieldTable>(table: Table) {
  const entries = Object.entries(table).map(([name, { apiName, headings = [] }]) => [
    name,
    [apiName, ...headings],
  ]);
  return Object.fromEntries(entries) as Record<keyof Table & string, [string, ...string[]]>;
}

/** @returns the fields without which no record can be made */
export const requiredFieldsOf = (table: FieldTable): string[] =>
  Object.entries(table).flatMap(([name, { kind }]) => (kind === "requiredText" ? [name] : []));

type Erased<Table extends FieldTable> = {
  [Name in keyof Table]: Table[Name]["kind"] extends "requiredText" ? string : null;
};

/** What personal fields hold after erasure: nothing, or a dash where there has to be a text. */
export function erasedFields<Table extends FieldTable>(table: Table) {
  const personal = Object.entries(table).filter(([, { isPersonal }]) => isPersonal);
  const entries = personal.map(([name, { kind }]) => [name, kind === "requiredText" ? "–" : null]);
  return Object.fromEntries(entries) as Partial<Erased<Table>>;
}

/** The columns of a list's file for the fields of its records, under their names in the API. */
export function exportedFields<Table extends FieldTable>(table: Table) {
  type Row = Record<keyof Table & string, string | number | boolean | null>;
  const entries = Object.entries(table).map(([name, { apiName }]) => [
    apiName,
    (row: Row) => row[name],
  ]);
  return Object.fromEntries(entries) as Record<string, (row: Row) => Row[string]>;
}
