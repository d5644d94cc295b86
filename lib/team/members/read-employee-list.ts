import { parse } from "csv-parse/sync";
import { Invalid } from "@/lib/core/errors";

/** One person of an HR list. At least one of number and address is there. */
export type Employee = { externalUserId: string; email: string; name: string };

/** The headings under which each field is found, compared without case, spaces and punctuation. */
const headings: Record<keyof Employee, string[]> = {
  externalUserId: [
    "externaluserid",
    "employeeid",
    "employeenumber",
    "staffnumber",
    "staffid",
    "personalnummer",
    "mitarbeiternummer",
  ],
  email: ["email", "emailaddress", "mail", "workemail", "emailadresse"],
  name: ["name", "fullname", "displayname"],
};

const plain = (heading: string) => heading.toLowerCase().replaceAll(/[^a-z]/g, "");

/**
 * Reads a list of employees: CSV apart by commas, semicolons or tabs, with a heading row.
 * @throws Invalid when it is no CSV, or has no column to know people by
 */
export function readEmployeeList(text: string): Employee[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map(plain),
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: 50_001,
    });
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? error.lines : 1;
    throw new Invalid({ employees: `csv:${line}` });
  }
  const find = (row: Record<string, string>, field: keyof Employee) =>
    headings[field].map((heading) => row[heading]).find(Boolean) ?? "";
  const first = rows[0];
  const isKnown = [...headings.externalUserId, ...headings.email].some(
    (heading) => first && heading in first,
  );
  if (!isKnown) throw new Invalid({ employees: "csvColumns" });
  return rows
    .map((row) => ({
      externalUserId: find(row, "externalUserId"),
      email: find(row, "email").toLowerCase(),
      name: find(row, "name") || [row.firstname, row.lastname].filter(Boolean).join(" "),
    }))
    .filter(({ externalUserId, email }) => externalUserId !== "" || email !== "");
}
