import { isUnreadablePhone, toPhoneColumns } from "@/lib/core/people/phone-number";
import { isAmbiguousDay, readDay, type SlashOrder } from "@/lib/core/validation/calendar-days";
import { findPostalCodeProblem } from "@/lib/core/validation/postal-code";
import { emailAddress, z } from "@/lib/core/validation/problems";
import { findNameProblem } from "@/lib/customers/end-users/end-user-schema";
import {
  centsToWhole,
  currencyOf,
  isPlausiblePrice,
} from "@/lib/customers/energy-contracts/price-unit";
import { columnsOf, mapCells } from "./column-mapping";
import { readChoices } from "./end-user-choices";
import type { Import } from "./find-import";
import { rowSchemas } from "./row-schemas";
import { findSpreadsheetProblems, isRoundedNumber } from "./spreadsheet-problems";

type ReadRow = {
  cells: string[];
  readProblem: string | null;
  readWarnings: Record<string, string> | null;
};

type CheckedImport = Pick<Import, "kind" | "mapping"> & Partial<Pick<Import, "separator">>;

export const dayFields = ["validFrom", "validUntil"] as const;

/** What is wrong with a row as a whole is told under this name instead of a field's. */
const WHOLE_ROW = "row";

/** Checks one row by the rules of its kind. */
export function checkRow(
  { kind, mapping, separator = null }: CheckedImport,
  phoneCountry: string,
  { cells, readProblem, readWarnings }: ReadRow,
  slashOrder?: SlashOrder,
) {
  const days = readDays(mapCells(mapping, cells), slashOrder, separator);
  const choices: { values: Texts; warnings: Texts } =
    kind === "end-user" ? readChoices(days.values) : { values: days.values, warnings: {} };
  const { values } = choices;
  const warnings = merge(merge(warningsOf(mapping, readWarnings), days.warnings), choices.warnings);
  const faulty = (problems: Record<string, string>) => {
    const named = values.email ?? values.owner;
    // Kept all the same, so that an erased person's row is found.
    const email = named?.trim().toLowerCase() || null;
    return { problems, warnings, fields: null, address: email, number: null, owner_id: null };
  };
  if (readProblem !== null) return faulty({ [WHOLE_ROW]: readProblem });
  const spoiled = findSpreadsheetProblems(values);
  const parsed = rowSchemas[kind].safeParse(values);
  const problems = { ...spoiled };
  for (const issue of parsed.error?.issues ?? []) problems[issue.path.join(".")] ??= issue.message;
  const address = parsed.data && "country" in parsed.data ? parsed.data : {};
  const postalCode = findPostalCodeProblem(address);
  if (postalCode) problems.zipCode ??= postalCode;
  if (kind === "end-user" && parsed.success) {
    const nameless = findNameProblem(parsed.data as z.output<(typeof rowSchemas)["end-user"]>);
    if (nameless) problems.lastName ??= nameless.lastName;
  }
  if (!parsed.success || Object.keys(problems).length > 0) return faulty(problems);
  const { owner, ...fields } = parsed.data as Record<string, unknown> & { owner?: string };
  if (owner !== undefined) {
    const isId = z.uuid().safeParse(owner).success;
    const id = isId ? owner : null;
    const email = emailAddress.safeParse(owner).data ?? owner;
    const contract: ReadFields =
      kind === "energy-contract" ? readPrice(fields, phoneCountry) : { fields };
    return {
      problems: null,
      warnings: merge(warnings, contract.warnings),
      fields: contract.fields,
      address: email.toLowerCase(),
      number: owner,
      owner_id: id,
    };
  }
  const person = fields as {
    email: string | null;
    externalUserId: string | null;
    phone: string | null;
  };
  const phone = toPhoneColumns(person.phone, phoneCountry);
  return {
    problems: null,
    warnings: isUnreadablePhone(phone)
      ? merge(warnings, { phone: phoneWarning(phone.phone) })
      : warnings,
    fields: { ...fields, ...phone },
    address: person.email?.toLowerCase() ?? null,
    number: person.externalUserId ?? null,
    owner_id: null,
  };
}

type Texts = Record<string, string>;

const merge = (one: Texts | null, other: Texts | undefined): Texts | null =>
  other && Object.keys(other).length > 0 ? { ...one, ...other } : one;

/**
 * Days in the order of the file. Where that is not known, the day is taken to stand first, and a warning says so unless
 * the file is a German one.
 */
function readDays(values: Texts, order: SlashOrder | undefined, separator: Import["separator"]) {
  const read = { ...values };
  const warnings: Texts = {};
  for (const field of dayFields) {
    const text = values[field];
    if (text === undefined || !isAmbiguousDay(text)) continue;
    const day = readDay(text, order);
    if (day === undefined) continue;
    read[field] = day;
    if (order === undefined && separator !== "semicolon") warnings[field] = `dayAmbiguous:${day}`;
  }
  return { values: read, warnings };
}

/** The price of a contract's row in its currency, which is the country's where the row names none. */
function readPrice(row: Record<string, unknown>, country: string): ReadFields {
  const { price, priceInCents, currencyEnergyPrice, ...fields } = row as Record<string, unknown> &
    PriceCells;
  const currency = currencyEnergyPrice ?? currencyOf(country);
  const amount = price ?? (priceInCents === null ? null : centsToWhole(priceInCents));
  if (amount === null) return { fields: { ...fields, price: null, currencyEnergyPrice } };
  return {
    fields: { ...fields, price: amount, currencyEnergyPrice: currency },
    warnings: isPlausiblePrice(amount, currency) ? undefined : { price: `priceHigh:${amount}` },
  };
}

type ReadFields = { fields: Record<string, unknown>; warnings?: Texts | undefined };

type PriceCells = {
  price: number | null;
  priceInCents: number | null;
  currencyEnergyPrice: string | null;
};

const phoneWarning = (phone: string | null) =>
  phone && isRoundedNumber(phone) ? "excelNumber" : "phoneUnreadable";

/** What was doubtful when the file was read, of the columns that are imported. */
function warningsOf(mapping: Import["mapping"], readWarnings: ReadRow["readWarnings"]) {
  const found = Object.keys(mapping).flatMap((field) => {
    const column = columnsOf(mapping, field).find((each) => readWarnings?.[each] !== undefined);
    const warning = column === undefined ? undefined : readWarnings?.[column];
    return warning === undefined ? [] : [[field, warning] as const];
  });
  return found.length > 0 ? Object.fromEntries(found) : null;
}
