import { csvDownload } from "@/app/_server/download";
import { exportFormatOf } from "@/app/_server/export-format";
import { routeHandler } from "@/app/_server/route-handler";
import { requireMember } from "@/app/_server/viewer";
import { type Actor, forStreaming } from "@/lib/core/access/actor";
import { readUsageExportPage } from "@/lib/organization/billing/list-device-usage";

const columns = ["deviceId", "kind", "manufacturer", "model", "connectedDays", "days"];

/** The devices of a month's bill with the days that count, as CSV of any size. */
export const GET = routeHandler(async (request) => {
  const viewer = await requireMember();
  const { actor } = viewer;
  // An absent month is refused like any other text that names none.
  const month = new URL(request.url).searchParams.get("month") ?? "";
  const first = await readUsageExportPage(actor, { month });
  return csvDownload(
    `device-usage-${month}`,
    columns,
    readUsage(forStreaming(actor), month, first),
    await exportFormatOf(viewer),
  );
});

type UsagePage = Awaited<ReturnType<typeof readUsageExportPage>>;

async function* readUsage(actor: Actor, month: string, first: UsagePage) {
  for (let page = first; page.length > 0; ) {
    yield* page;
    page = await readUsageExportPage(actor, { month, after: page.at(-1)?.deviceId });
  }
}
