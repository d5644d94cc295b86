import type { ImportMapping } from "@/db/schema";
import { findColumn, normalizeHeading } from "@/lib/core/table-files/headings";
import { areFullNames, splitFullName } from "./full-name";
import {
  centHeadings,
  houseNumberHeadings,
  type ImportKind,
  importFields,
  isInCents,
  nameHeadings,
  numberHeadings,
  withoutCents,
} from "./import-headings";

export type { ImportMapping };

/** Fields of a file that become others: a whole name is split. */
export const extraFields: Record<ImportKind, readonly string[]> = {
  "end-user": ["fullName"],
  building: [],
  "energy-contract": ["priceInCents"],
  device: [],
};

/** Fields that can be joined of two columns. */
export const joinableFields: readonly string[] = [
  "firstName",
  "lastName",
  "streetAndNumber",
  "streetAddInfo",
  "name",
  "model",
  "comment",
];

export const mappableFields = (kind: ImportKind): string[] => [
  ...Object.keys(importFields[kind]),
  ...extraFields[kind],
];

/** The columns of a field, in the order in which they are joined. */
export const columnsOf = (mapping: ImportMapping, field: string): number[] =>
  [mapping[field] ?? []].flat();

/** The columns whose headings are known, by field, and of names what the first rows say. */
export function guessMapping(
  kind: ImportKind,
  headings: string[],
  rows: string[][] = [],
): ImportMapping {
  const find = (names: readonly string[]) => findColumn(headings, names);
  const mapping: ImportMapping = {};
  for (const [field, names] of Object.entries<readonly string[]>(importFields[kind])) {
    const column = find(names);
    if (column !== undefined) mapping[field] = column;
  }
  const street = mapping.streetAndNumber;
  if (typeof street === "number") {
    const isNumber = numberHeadings.includes(normalizeHeading(headings[street + 1] ?? ""));
    const houseNumber = find(houseNumberHeadings) ?? (isNumber ? street + 1 : undefined);
    if (houseNumber !== undefined) mapping.streetAndNumber = [street, houseNumber];
  }
  if (kind === "energy-contract") assignCents(mapping, headings);
  const name = find(nameHeadings);
  if (kind === "end-user" && name !== undefined && mapping.lastName === undefined) {
    const isWhole =
      mapping.firstName === undefined && areFullNames(rows.map((cells) => cells[name] ?? ""));
    mapping[isWhole ? "fullName" : "lastName"] = name;
  }
  return mapping;
}

/** A price whose heading names cents is one in cents; the column of another price beside it stays. */
function assignCents(mapping: ImportMapping, headings: string[]): void {
  const names = importFields["energy-contract"].price;
  const inCents = headings.map((heading) => (isInCents(heading) ? withoutCents(heading) : ""));
  const column = findColumn(inCents, names) ?? findColumn(headings, centHeadings);
  if (column === undefined) return;
  mapping.priceInCents = column;
  const price = findColumn(
    headings.map((heading) => (isInCents(heading) ? "" : heading)),
    names,
  );
  if (price === undefined) delete mapping.price;
  else mapping.price = price;
}

/** What a row says of each field; columns of one field are joined, and a whole name is split. */
export function mapCells(mapping: ImportMapping, cells: string[]): Record<string, string> {
  const { fullName, ...values } = Object.fromEntries(
    Object.keys(mapping).map((field) => [
      field,
      join(columnsOf(mapping, field).map((column) => cells[column] ?? "")),
    ]),
  );
  if (fullName === undefined) return values;
  const { firstName, lastName } = splitFullName(fullName);
  return {
    ...values,
    firstName: values.firstName || firstName,
    lastName: values.lastName || lastName,
  };
}

/** A part that ends the text before it already, as a house number may, is not written twice. */
function join(parts: string[]): string {
  if (parts.length === 1) return parts[0] ?? "";
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .reduce(
      (text, part) => (` ${text}`.endsWith(` ${part}`) ? text : `${text} ${part}`.trim()),
      "",
    );
}
