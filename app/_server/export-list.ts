import "server-only";
import { type Actor, forStreaming } from "@/lib/core/access/actor";
import { type Cell, exportedRows } from "@/lib/core/lists/exported-rows";
import { readParameters } from "@/lib/core/lists/list-address";
import { beginListExport } from "@/lib/support/list-views/begin-list-export";
import { csvDownload } from "./download";
import { exportFormatOf, todayIn } from "./export-format";
import { requireMember } from "./viewer";

type ExportedList<Row> = {
  list: Parameters<typeof beginListExport>[1]["list"];
  fileName: string;
  readPage: {
    from(actor: Actor, input: unknown): Promise<{ rows: Row[]; next?: string | undefined }>;
  };
  /** Headings and what stands below them; an import takes the same headings. */
  columns: Record<string, (row: Row) => Cell>;
};

/** A filtered list as CSV, of any size, in constant memory. */
export async function exportList<Row>(
  request: Request,
  { list, fileName, readPage, columns }: ExportedList<Row>,
): Promise<Response> {
  const viewer = await requireMember();
  const actor = forStreaming(viewer.actor);
  const parameters = readParameters(new URL(request.url).searchParams);
  const { cursor, ...filters } = parameters;
  const first = await readPage.from(actor, filters);
  await beginListExport(actor, { list, filters });
  const format = await exportFormatOf(viewer);
  const readNext = (next: string) => readPage.from(actor, { ...filters, cursor: next });
  return csvDownload(
    `${fileName}-${todayIn(format)}`,
    Object.keys(columns),
    exportedRows(first, readNext, columns),
    format,
  );
}
