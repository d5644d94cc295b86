import { csvDownload, jsonLinesDownload } from "@/app/_server/download";
import { exportFormatOf, todayIn } from "@/app/_server/export-format";
import { routeHandler } from "@/app/_server/route-handler";
import { requireMember } from "@/app/_server/viewer";
import { type Actor, forStreaming } from "@/lib/core/access/actor";
import { readParameters } from "@/lib/core/lists/list-address";
import { parseInput } from "@/lib/core/validation/parse-input";
import {
  beginAuditExport,
  exportAuditEventsInput,
  readAuditExportPage,
} from "@/lib/platform/audit/export-audit-events";

const columns = [
  "sequence",
  "createdAt",
  "action",
  "actorKind",
  "actorName",
  "actorId",
  "targetType",
  "targetName",
  "targetId",
  "changes",
  "reason",
  "clientAddress",
  "requestId",
  "hash",
];

/** The filtered audit log as CSV or JSON lines, of any size, in constant memory. */
export const GET = routeHandler(
  async (request) => {
    const viewer = await requireMember();
    const { actor } = viewer;
    const parameters = readParameters(new URL(request.url).searchParams, ["action"]);
    const { lastSequence } = await beginAuditExport.from(actor, parameters);
    const { format } = parseInput(exportAuditEventsInput, parameters);
    const events = readEvents(forStreaming(actor), { ...parameters, lastSequence });
    const exportFormat = await exportFormatOf(viewer);
    const name = `audit-log-${todayIn(exportFormat)}`;
    return format === "csv"
      ? csvDownload(name, columns, events, exportFormat)
      : jsonLinesDownload(name, events);
  },
  { stepUpReturnsTo: "/audit-log" },
);

async function* readEvents(actor: Actor, filters: object) {
  let afterSequence = 0;
  for (;;) {
    const page = await readAuditExportPage.from(actor, { ...filters, afterSequence });
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    afterSequence = last.sequence;
  }
}
