import { isUnreadablePhone, toPhoneColumns } from "@/lib/core/people/phone-number";
import { findPostalCodeProblem } from "@/lib/core/validation/postal-code";
import { emailAddress, z } from "@/lib/core/validation/problems";
import { findNameProblem } from "@/lib/customers/end-users/end-user-schema";
import { choiceFields, readChoice } from "./cells";
import { columnsOf, mapCells } from "./column-mapping";
import type { Import } from "./find-import";
import { rowSchemas } from "./row-schemas";
import { findSpreadsheetProblems, isRoundedNumber } from "./spreadsheet-problems";

type ReadRow = {
  cells: string[];
  readProblem: string | null;
  readWarnings: Record<string, string> | null;
};

/** What is wrong with a row as a whole is told under this name instead of a field's. */
const WHOLE_ROW = "row";

/** Checks one row by the rules of its kind. */
export function checkRow(
  { kind, mapping }: Pick<Import, "kind" | "mapping">,
  phoneCountry: string,
  { cells, readProblem, readWarnings }: ReadRow,
) {
  const { values, unknown } = withChoices(kind, mapCells(mapping, cells));
  const warnings = merged(warningsOf(mapping, readWarnings), unknown);
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
  const good = { problems: null, warnings };
  const { owner, ...fields } = parsed.data as Record<string, unknown> & { owner?: string };
  if (owner !== undefined) {
    const isId = z.uuid().safeParse(owner).success;
    const id = isId ? owner : null;
    const email = emailAddress.safeParse(owner).data ?? owner;
    return { ...good, fields, address: email.toLowerCase(), number: owner, owner_id: id };
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
      ? merged(warnings, { phone: phoneWarning(phone.phone) })
      : warnings,
    fields: { ...fields, ...phone },
    address: person.email?.toLowerCase() ?? null,
    number: person.externalUserId ?? null,
    owner_id: null,
  };
}

const merged = (some: Record<string, string> | null, others: Record<string, string>) =>
  some || Object.keys(others).length > 0 ? { ...some, ...others } : null;

/** Choices by the words that files have for them; a word for none of them is left out and told. */
function withChoices(kind: Import["kind"], values: Record<string, string>) {
  if (kind !== "end-user") return { values, unknown: {} };
  const read = choiceFields.flatMap((field) => {
    const text = values[field];
    return text === undefined ? [] : [[field, readChoice(field, text)] as const];
  });
  return {
    values: {
      ...values,
      ...Object.fromEntries(read.map(([field, choice]) => [field, choice ?? ""])),
    },
    unknown: Object.fromEntries(
      read.flatMap(([field, choice]) => (choice === undefined ? [[field, "unknownChoice"]] : [])),
    ),
  };
}

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
