import "server-only";
import { Invalid } from "@/lib/core/errors";
import { findColumn, normalizeHeading, readingsOf } from "@/lib/core/table-files/headings";
import { readTableFile } from "@/lib/core/table-files/read-table-file";
import type { Table } from "@/lib/core/table-files/table-reading";

/** One person of an HR list. At least one of number and address is there. */
export type Employee = { externalUserId: string; email: string; name: string };

export type EmployeeList = {
  employees: Employee[];
  /** The lines that are not as the others, so that their people may be missing. */
  faultyLines: number[];
};

const MAX_EMPLOYEES = 50_000;

/** The headings under which each field is found. */
const headings = {
  externalUserId: [
    "external_user_id",
    "employee id",
    "employee number",
    "staff number",
    "staff id",
    "Personalnummer",
    "Personal-Nr",
    "Pers.-Nr.",
    "PNR",
    "Mitarbeiternummer",
    "Mitarbeiter-ID",
  ],
  email: ["email", "e-mail address", "mail", "work email", "E-Mail-Adresse", "E-Mail dienstlich"],
  name: [
    "name",
    "full name",
    "display name",
    "Mitarbeiter",
    "Nachname Vorname",
    "Vor- und Nachname",
  ],
  firstName: ["first name", "given name", "Vorname"],
  lastName: ["last name", "surname", "family name", "Nachname", "Familienname"],
} as const;

type Field = keyof typeof headings;

const known = new Set(Object.values<readonly string[]>(headings).flat().map(normalizeHeading));

/**
 * Reads a list of employees as any program writes one.
 * @throws Invalid when it is no table, or has no column to know people by
 */
export function readEmployeeList(content: Uint8Array): EmployeeList {
  const table = readTable(content);
  const columns = Object.fromEntries(
    Object.entries(headings).map(([field, names]) => [field, findColumn(table.headings, names)]),
  ) as Record<Field, number | undefined>;
  if (columns.externalUserId === undefined && columns.email === undefined) {
    throw new Invalid({ employees: "csvColumns" });
  }
  const read = (cells: string[], field: Field) => {
    const column = columns[field];
    return column === undefined ? "" : (cells[column] ?? "").trim();
  };
  const employees = table.rows
    .map(({ cells }) => ({
      externalUserId: read(cells, "externalUserId"),
      email: read(cells, "email").toLowerCase(),
      name:
        columns.firstName !== undefined && columns.lastName === undefined
          ? [read(cells, "firstName"), read(cells, "name")].filter(Boolean).join(" ")
          : read(cells, "name") ||
            [read(cells, "firstName"), read(cells, "lastName")].filter(Boolean).join(" "),
    }))
    .filter(({ externalUserId, email }) => externalUserId !== "" || email !== "");
  const faultyLines = table.rows.flatMap(({ line, problem }) => (problem ? [line] : []));
  return { employees, faultyLines };
}

function readTable(content: Uint8Array): Table {
  try {
    return readTableFile(content, {
      isKnownHeading: (cell) => readingsOf(cell).some((reading) => known.has(reading)),
      maxRows: MAX_EMPLOYEES,
    });
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const problem = error.fields.file;
    throw new Invalid({ employees: problem === "csvEmpty" || !problem ? "csvColumns" : problem });
  }
}
