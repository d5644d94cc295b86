import "server-only";
import { stringify } from "csv-stringify/sync";
import { unzipSync, zipSync } from "fflate";
import { Invalid } from "../errors";

const MEGABYTE = 2 ** 20;

/** A workbook may hold so much once it is unpacked: an archive of a few kilobytes can grow to gigabytes. */
const MAX_UNPACKED_BYTES = 256 * MEGABYTE;
const MAX_CELLS = 5_000_000;

/** What of a workbook holds its cells; pictures, macros and the like are left packed. */
const isNeeded = (name: string) =>
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/.*|xl\/worksheets\/[^/]+\.xml)$/i.test(
    name,
  );

/** Whether a file is a workbook as Excel has written it since 2007. */
export const isArchive = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).toString("hex") === "504b0304";

/** How the files are written that `workbookToCsv` makes. */
export const sheetReading = { encoding: "utf-8", separator: "comma" } as const;

type Options = {
  /** The name of the sheet to read; otherwise it is the first that has rows. */
  sheet?: string | undefined;
  maxUnpackedBytes?: number;
};

/** A sheet as a CSV file, and the names of all sheets that have rows. */
type SheetFile = { content: Uint8Array; sheet: string; sheets: string[] };

/**
 * A sheet of a workbook as a CSV file in UTF-8: dates and numbers by the type of their cells.
 * @throws Invalid `workbook` when it is none of Excel's, `workbookTooLarge`, `workbookBroken`, `csvEmpty`, and
 * `choice` of a sheet that is not there
 */
export async function workbookToCsv(
  bytes: Uint8Array,
  { sheet, maxUnpackedBytes = MAX_UNPACKED_BYTES }: Options = {},
): Promise<SheetFile> {
  const sheets = await readSheets(unpack(bytes, maxUnpackedBytes));
  const read = sheet === undefined ? sheets[0] : sheets.find((each) => each.sheet === sheet);
  if (!read) throw new Invalid(sheets.length === 0 ? { file: "csvEmpty" } : { sheet: "choice" });
  const rows = read.data;
  const width = Math.max(...rows.slice(0, 1000).map((row) => row.length));
  if (rows.length * width > MAX_CELLS) throw new Invalid({ file: "workbookTooLarge" });
  return {
    content: Buffer.from(stringify(rows.map((row) => row.map(toText)))),
    sheet: read.sheet,
    sheets: sheets.map((each) => each.sheet),
  };
}

/** The needed parts, unpacked into buffers of the sizes that the archive declares and no larger, then stored as they are. */
function unpack(bytes: Uint8Array, maxUnpackedBytes: number): Uint8Array {
  let unpacked = 0;
  const parts = readParts(() =>
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!isNeeded(name)) return false;
        unpacked += originalSize;
        if (unpacked > maxUnpackedBytes) throw new Invalid({ file: "workbookTooLarge" });
        return true;
      },
    }),
  );
  for (const [name, part] of Object.entries(parts)) {
    if (/^xl\/worksheets\//i.test(name)) parts[name] = withErrorTexts(part);
  }
  if (!parts["xl/workbook.xml"]) throw new Invalid({ file: "workbook" });
  return zipSync(parts, { level: 0 });
}

/** The library reads a cell with an error (`#N/A`) as an empty one; as a text, the error is told to the person who imports it. */
function withErrorTexts(sheet: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const xml = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  if (!xml.includes('t="e"') && !xml.includes("t='e'")) return sheet;
  const texts = xml.toString("latin1").replace(/(<(?:\w+:)?c\s[^<>]*\bt=)(["'])e\2/g, "$1$2str$2");
  return Buffer.from(texts, "latin1");
}

function readParts<Parts>(read: () => Parts): Parts {
  try {
    return read();
  } catch (error) {
    throw error instanceof Invalid ? error : new Invalid({ file: "workbookBroken" });
  }
}

async function readSheets(archive: Uint8Array): Promise<{ sheet: string; data: unknown[][] }[]> {
  const { default: readWorkbook } = await import("read-excel-file/node");
  try {
    const sheets = await readWorkbook(Buffer.from(archive));
    return sheets.filter(({ data }) => data.length > 0);
  } catch {
    throw new Invalid({ file: "workbookBroken" });
  }
}

/** Excel knows 15 digits of a number; what a computer adds to them is not the person's. */
const EXCEL_DIGITS = 15;

function toText(cell: unknown): string {
  if (cell instanceof Date) {
    const [day = "", time = ""] = cell.toISOString().split(/[TZ.]/);
    return time === "00:00:00" ? day : `${day} ${time}`;
  }
  if (typeof cell === "number") return String(Number(cell.toPrecision(EXCEL_DIGITS)));
  return cell === null || cell === undefined ? "" : String(cell);
}
