import type { FieldDefinition, FieldInputs, FieldTable } from "@/lib/core/records/field-table";
import { verbatimText, z } from "@/lib/core/validation/problems";
import { country, sentCountry, shownInteger, shownNumber, shownText, text } from "./fields";

/** 33 characters, and what they are grouped with. */
const MAX_TYPED_METER_POINT_CHARACTERS = 60;

/** What a client may send of a field: null empties it, an absent field stays as it is. */
function bodyOf(field: FieldDefinition): z.ZodType {
  switch (field.kind) {
    case "requiredText":
    case "text":
      return text(field.maxLength);
    case "integer":
      return z.number().int().min(field.min).max(field.max).nullable().optional();
    case "decimal":
      return z.number().min(field.min).max(field.max).nullable().optional();
    case "flag":
      return z.boolean().nullable().optional();
    case "country":
      return country;
    case "phone":
      return text(40);
    case "email":
      return verbatimText().max(254).nullable().optional();
    case "choice":
      return z.enum(field.choices).nullable().optional();
    case "day":
      return z.iso.date().nullable().optional();
    case "currency":
      return text(3);
    case "vatId":
      return text(40);
    case "meterPoint":
      return text(MAX_TYPED_METER_POINT_CHARACTERS);
    case "recordId":
      return z.uuid().nullable().optional();
  }
}

function answerOf(field: FieldDefinition): z.ZodType {
  switch (field.kind) {
    case "requiredText":
      return z.string();
    case "email":
    case "vatId":
    case "text":
    case "phone":
    case "country":
    case "currency":
    case "meterPoint":
      return shownText;
    case "choice":
      return z.enum(field.choices).nullable();
    case "day":
      return z.iso.date().nullable();
    case "recordId":
      return z.uuid().nullable();
    case "integer":
      return shownInteger;
    case "decimal":
      return shownNumber;
    case "flag":
      return z.boolean().nullable();
  }
}

const byApiName = <Value>(table: FieldTable, toValue: (field: FieldDefinition) => Value) =>
  Object.fromEntries(Object.values(table).map((field) => [field.apiName, toValue(field)]));

/** The shape of a request's body. */
export const bodiesOf = (table: FieldTable): Record<string, z.ZodType> => byApiName(table, bodyOf);

/** The shape of what is answered. */
export const answersOf = (table: FieldTable): Record<string, z.ZodType> =>
  byApiName(table, answerOf);

/** A record's fields under the names of the API. */
export const shownFields = (
  table: FieldTable,
  record: Record<string, unknown>,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(table).map(([name, { apiName }]) => [apiName, record[name]]));

/** What was sent of a table's fields, under the names that use-cases know. Numbers become text. */
export function sentFields<Table extends FieldTable>(
  table: Table,
  body: Record<string, unknown>,
): FieldInputs<Table> {
  const sent = Object.entries(table).map(([name, field]) => [name, sentValue(field, body)]);
  // The body's schema was made of the same table.
  return Object.fromEntries(sent.filter(([, value]) => value !== undefined)) as FieldInputs<Table>;
}

function sentValue(field: FieldDefinition, body: Record<string, unknown>): unknown {
  const value = body[field.apiName];
  if (field.kind === "country") return sentCountry(body);
  return field.kind === "text" && typeof value === "number" ? String(value) : value;
}
