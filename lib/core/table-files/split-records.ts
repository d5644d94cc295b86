import { CsvError, parse } from "csv-parse/sync";
import { Invalid } from "../errors";
import { type Separator, separators } from "./table-reading";

/** A row as the file has it, and the lines it stands on. */
export type FileRecord = { line: number; lastLine: number; cells: string[] };

/** A cell that an export has defused begins with an apostrophe, which is no part of it. */
const defused = /^'(?='*[=+\-@\t\r＝＋－＠])/;

/** A text that a spreadsheet is kept from taking for a number: `="0012345"`. */
const formulaText = /^="(.*)"$/s;

/**
 * Splits a text into rows and cells (RFC 4180), quotes inside of unquoted cells included. Rows without any content
 * and ruling lines are left out.
 * @param options.maxRecords rows after which to stop; a quote that is not closed by then is no fault
 * @throws Invalid `csvQuoteOpen:2` with the line of a quote that is never closed
 */
export function splitRecords(
  text: string,
  separator: Separator,
  options: { maxRecords?: number; isPart?: boolean } = {},
): FileRecord[] {
  const records: FileRecord[] = [];
  let end = 0;
  try {
    parse(text, {
      bom: true,
      delimiter: separators[separator],
      record_delimiter: "\n",
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      ...(options.maxRecords && { to: options.maxRecords }),
      on_record(cells: string[], { lines }) {
        end = lines;
        if (cells.some((cell) => cell.trim() !== "") && !isRuling(cells)) {
          const breaks = cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
          records.push({ line: lines - breaks, lastLine: lines, cells: cells.map(withoutMarks) });
        }
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (!options.isPart) throw new Invalid({ file: `csvQuoteOpen:${findQuote(text, end)}` });
  }
  return records;
}

/** A line that reports of SAP and databases draw between rows: `-----` or `|-----+-----|`. */
const isRuling = (cells: string[]) => /^[-=_+|\s]*[-=_]{5}[-=_+|\s]*$/.test(cells.join(" "));

const withoutMarks = (cell: string) => cell.replace(defused, "").replace(formulaText, "$1");

/** The first line after `end` on which there is a quote. */
function findQuote(text: string, end: number): number {
  const rest = text.split("\n").slice(end);
  return (
    end +
    1 +
    Math.max(
      0,
      rest.findIndex((line) => line.includes('"')),
    )
  );
}
