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
  postalTownHeadings,
  withoutCents,
} from "./import-headings";
import { arePostalTowns, splitPostalTown } from "./postal-town";

export type { ImportMapping };

/** Fields of a file that become others: a whole name is split. */
export const extraFields: Record<ImportKind, readonly string[]> = {
  "end-user": ["fullName", "zipCodeAndTown"],
  building: ["zipCodeAndTown"],
  "energy-contract": ["priceInCents"],
  device: [],
};

/** The fields that become others, by these. */
const sourceFields: Record<string, string> = {
  firstName: "fullName",
  lastName: "fullName",
  zipCode: "zipCodeAndTown",
  town: "zipCodeAndTown",
  price: "priceInCents",
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

/** The columns that a field's value comes from, those of the field that becomes it included. */
export const sourceColumnsOf = (mapping: ImportMapping, field: string): number[] =>
  columnsOf(mapping, mapping[field] === undefined ? (sourceFields[field] ?? field) : field);

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
  if (extraFields[kind].includes("zipCodeAndTown")) assignPostalTown(mapping, headings, rows);
  const name = find(nameHeadings);
  if (kind === "end-user" && name !== undefined && mapping.lastName === undefined) {
    const isWhole =
      mapping.firstName === undefined && areFullNames(rows.map((cells) => cells[name] ?? ""));
    mapping[isWhole ? "fullName" : "lastName"] = name;
  }
  return mapping;
}

/** A column of towns that holds postal codes too, by its heading or its cells, where codes have no column. */
function assignPostalTown(mapping: ImportMapping, headings: string[], rows: string[][]): void {
  if (mapping.zipCode !== undefined) return;
  const { town } = mapping;
  const isBoth = typeof town === "number" && arePostalTowns(rows.map((cells) => cells[town] ?? ""));
  const column = findColumn(headings, postalTownHeadings) ?? (isBoth ? town : undefined);
  if (column === undefined) return;
  mapping.zipCodeAndTown = column;
  if (column === town) delete mapping.town;
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

/** What a row says of each field: columns of one field are joined, and a whole name or a postal code with its town split. */
export function mapCells(mapping: ImportMapping, cells: string[]): Record<string, string> {
  const { fullName, zipCodeAndTown, ...values } = Object.fromEntries(
    Object.keys(mapping).map((field) => [
      field,
      join(columnsOf(mapping, field).map((column) => cells[column] ?? "")),
    ]),
  );
  return {
    ...values,
    ...(fullName !== undefined && unlessFilled(values, splitFullName(fullName))),
    ...(zipCodeAndTown !== undefined &&
      unlessFilled(values, splitPostalTown(zipCodeAndTown, values.country))),
  };
}

/** What a part of a cell says counts only where the field's own column says nothing. */
const unlessFilled = (values: Record<string, string>, parts: Record<string, string>) =>
  Object.fromEntries(Object.entries(parts).map(([field, part]) => [field, values[field] || part]));

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
