import "server-only";
import { CsvError, parse } from "csv-parse/sync";
import { Invalid } from "@/lib/core/errors";
import { maxImportedRows } from "./import-schema";

export type CsvContent = { headings: string[]; rows: { line: number; cells: string[] }[] };

const delimiters = [",", ";", "\t"];
const maxColumns = 200;

/** A cell that an export has defused begins with an apostrophe, which is no part of it. */
const defused = /^'(?='*[=+\-@\t\r＝＋－＠])/;

/**
 * Reads a CSV file with headings, with commas, semicolons or tabs between.
 * @throws Invalid `csvBroken`, `csvEmpty`, `csvTooLong:200000`
 */
export function readCsv(text: string): CsvContent {
  const delimiter = guessDelimiter(text);
  const records = parseRecords(text, delimiter);
  const [first, ...rest] = records;
  if (!first || rest.length === 0) throw new Invalid({ file: "csvEmpty" });
  if (rest.length > maxImportedRows) throw new Invalid({ file: `csvTooLong:${maxImportedRows}` });
  if (first.record.length > maxColumns) throw new Invalid({ file: "csvBroken" });
  return {
    headings: first.record,
    rows: rest.map(({ record, info }) => ({
      // The parser tells the line on which a record ended.
      line: info.lines - record.reduce((breaks, cell) => breaks + breaksIn(cell), 0),
      cells: record.map((cell) => cell.replace(defused, "")),
    })),
  };
}

const breaksIn = (cell: string) => cell.split("\n").length - 1;

type CsvRecord = { record: string[]; info: { lines: number } };

function parseRecords(text: string, delimiter: string, last?: number): CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      ...(last && { to: last }),
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (error instanceof CsvError) throw new Invalid({ file: "csvBroken" });
    throw error;
  }
}

/** The delimiter that makes the most columns of the headings. */
function guessDelimiter(text: string): string {
  const columns = (delimiter: string) => {
    try {
      return parseRecords(text, delimiter, 1)[0]?.record.length ?? 0;
    } catch {
      return 0;
    }
  };
  return delimiters.reduce((best, next) => (columns(next) > columns(best) ? next : best));
}
