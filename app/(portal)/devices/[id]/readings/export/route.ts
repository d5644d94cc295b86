import { csvDownload } from "@/app/_server/download";
import { exportFormatOf } from "@/app/_server/export-format";
import { routeHandler } from "@/app/_server/route-handler";
import { requireMember } from "@/app/_server/viewer";
import { forStreaming } from "@/lib/core/access/actor";
import { exportedRows } from "@/lib/core/lists/exported-rows";
import { listReadings } from "@/lib/devices/telemetry/list-readings";

type Context = { params: Promise<{ id: string }> };

const pageSize = 1000;

/** A device's readings as CSV, of any number, in constant memory. */
export const GET = routeHandler(async (_, { params }: Context) => {
  const viewer = await requireMember();
  const actor = forStreaming(viewer.actor);
  const { id } = await params;
  const readPage = (before?: string) => listReadings(actor, { id, before, size: pageSize });
  const first = await readPage();
  type Row = (typeof first.rows)[number];
  const columns = Object.fromEntries(
    (["measuredAt", ...first.measures] as const).map((field) => [field, (row: Row) => row[field]]),
  );
  return csvDownload(
    `readings-${id}`,
    Object.keys(columns),
    exportedRows(first, readPage, columns),
    await exportFormatOf(viewer),
  );
});
