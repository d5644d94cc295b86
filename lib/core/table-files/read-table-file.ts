import "server-only";
import { Invalid } from "../errors";
import { type DecodedText, decodeBytes } from "./decode-bytes";
import { detectEncoding } from "./detect-encoding";
import { commonWidth, detectHeadingLine, detectSeparator, separatorLine } from "./detect-layout";
import { findGarbled } from "./garbled-text";
import { type FileRecord, splitRecords } from "./split-records";
import type { Table, TableReading, TableRow } from "./table-reading";

export type ReadOptions = {
  /** What a person has chosen; all else is found by evidence. */
  chosen?: Partial<TableReading>;
  isKnownHeading: (cell: string) => boolean;
  maxRows: number;
};

const MAX_COLUMNS = 200;
/** So much of a file is enough for a preview. */
export const MAX_PREVIEWED_BYTES = 40_000;
const MAX_PREVIEWED_RECORDS = 10;

/**
 * Reads a file of rows whose encoding, separator and headings may be anything that programs write.
 * @throws Invalid `workbook`, `csvEmpty`, `csvBroken`, `csvQuoteOpen:2`, `csvTooLong:200000`, `noSuchLine`
 */
export function readTableFile(bytes: Uint8Array, options: ReadOptions): Table {
  const { chosen = {}, isKnownHeading, maxRows } = options;
  if (isWorkbook(bytes)) throw new Invalid({ file: "workbook" });
  const encoding = chosen.encoding ?? detectEncoding(bytes);
  const decoded = decodeBytes(bytes, encoding);
  const separator = chosen.separator ?? detectSeparator(decoded.text);
  const records = splitRecords(withoutSeparatorLine(decoded.text), separator);
  const headingLine = chosen.headingLine ?? detectHeadingLine(records, isKnownHeading);
  const at = records.findIndex(({ line }) => line === headingLine);
  if (headingLine > 0 && at === -1) {
    throw new Invalid(chosen.headingLine ? { headingLine: "noSuchLine" } : { file: "csvEmpty" });
  }
  const body = records.slice(at + 1);
  const headings = headingsOf(records[at], body);
  if (body.length === 0) throw new Invalid({ file: "csvEmpty" });
  if (body.length > maxRows) throw new Invalid({ file: `csvTooLong:${maxRows}` });
  if (headings.length > MAX_COLUMNS) throw new Invalid({ file: "csvBroken" });
  const rows = body.map((record) => toRow(record, headings, decoded));
  return { encoding, separator, headingLine, headings, rows };
}

/** The first rows of the beginning of a file as they are read now, titles above the headings included. */
export function previewTableFile(
  bytes: Uint8Array,
  { encoding, separator }: Pick<TableReading, "encoding" | "separator">,
): { line: number; cells: string[] }[] {
  const { text } = decodeBytes(bytes, encoding);
  const whole = bytes.length >= MAX_PREVIEWED_BYTES ? text.slice(0, text.lastIndexOf("\n")) : text;
  return splitRecords(withoutSeparatorLine(whole), separator, {
    maxRecords: MAX_PREVIEWED_RECORDS,
    isPart: true,
  }).map(({ line, cells }) => ({ line, cells }));
}

/** The line stays, so that lines are counted as the file has them. */
const withoutSeparatorLine = (text: string) => text.replace(separatorLine, "\n");

/** Workbooks of Excel and OpenDocument are archives, those before 2007 compound files. */
function isWorkbook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  return start === "504b0304" || start === "d0cf11e0";
}

/** Headings without the columns that only separators at the ends of lines make; a column may have none. */
function headingsOf(heading: FileRecord | undefined, body: FileRecord[]): string[] {
  if (!heading) return Array.from({ length: commonWidth(body).width }, () => "");
  const cells = heading.cells.map((cell) => cell.trim());
  const last = body.reduce(
    (most, row) => (row.cells.length > cells.length ? most : Math.max(most, lastFilled(row.cells))),
    lastFilled(cells),
  );
  return cells.slice(0, last + 1);
}

const lastFilled = (cells: string[]) => cells.findLastIndex((cell) => cell.trim() !== "");

function toRow(record: FileRecord, headings: string[], { unreadable }: DecodedText): TableRow {
  const { line } = record;
  const cells = record.cells.slice(0, Math.max(headings.length, lastFilled(record.cells) + 1));
  const problem = problemOf(record, headings, unreadable);
  const garbled = cells.flatMap((cell, column) => {
    const found = findGarbled(cell);
    return found ? [[column, found] as const] : [];
  });
  return {
    line,
    cells,
    ...(problem && { problem }),
    ...(garbled.length > 0 && { warnings: Object.fromEntries(garbled) }),
  };
}

function problemOf(
  { line, lastLine, cells }: FileRecord,
  headings: string[],
  unreadable: Map<number, number>,
): string | undefined {
  for (let at = line; unreadable.size > 0 && at <= lastLine; at++) {
    const byte = unreadable.get(at);
    if (byte !== undefined)
      return `unreadableByte:0x${byte.toString(16).padStart(2, "0").toUpperCase()}`;
  }
  if (lastFilled(cells) >= headings.length) return `rowLong:${lastFilled(cells) + 1}`;
  const needed = headings.some(Boolean) ? lastFilled(headings) + 1 : headings.length;
  return cells.length < needed ? `rowShort:${cells.length}` : undefined;
}
