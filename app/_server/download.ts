import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { type ExportFormat, localMoment } from "./export-format";

type Rows = AsyncIterable<Record<string, unknown>>;

const looksDefused = /^'+[=+\-@\t\r＝＋－＠]/;

/**
 * Rows as a CSV file, streamed: dates in the organization's time zone, numbers and booleans as the format has them.
 * Cells that a spreadsheet would run as formulas are defused.
 */
export function csvDownload(
  fileName: string,
  columns: (string | { key: string; header: string })[],
  rows: Rows,
  { separator, timeZone, yes, no }: ExportFormat,
): Response {
  const csv = stringify({
    header: true,
    columns,
    bom: true,
    delimiter: separator,
    escape_formulas: true,
    // What would look as if it had been defused gets an apostrophe more, so that one can be taken off again.
    cast: {
      string: (cell) => (looksDefused.test(cell) ? `'${cell}` : cell),
      boolean: (cell) => (cell ? yes : no),
      date: (cell) => localMoment(cell, timeZone),
      number: (cell) => (separator === ";" ? String(cell).replace(".", ",") : String(cell)),
    },
  });
  return download(`${fileName}.csv`, "text/csv; charset=utf-8", Readable.from(rows).pipe(csv));
}

/** Rows as a file of one JSON object a line, streamed. */
export function jsonLinesDownload(fileName: string, rows: Rows): Response {
  const lines = Readable.from(jsonLines(rows));
  return download(`${fileName}.jsonl`, "application/x-ndjson", lines);
}

async function* jsonLines(rows: Rows) {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

function download(fileName: string, type: string, body: Readable): Response {
  return new Response(Readable.toWeb(body) as ReadableStream, {
    headers: downloadHeaders(fileName, type),
  });
}

/** The headers of a file to save. Its name keeps only characters that need no encoding (RFC 6266). */
export function downloadHeaders(fileName: string, type: string) {
  const name = fileName.replace(/[^\w.-]/g, "_").replace(/\.{2,}/g, ".");
  return {
    "content-type": type,
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
  };
}
