import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { csvDownload, downloadHeaders } from "@/app/_server/download";
import { exportFormatOf, localMoment, todayIn } from "@/app/_server/export-format";
import { routeHandler } from "@/app/_server/route-handler";
import { requireMember } from "@/app/_server/viewer";
import { type Actor, forStreaming } from "@/lib/core/access/actor";
import type { Messages } from "@/lib/core/i18n/messages";
import { type ListParameters, readParameters } from "@/lib/core/lists/list-address";
import { parseInput } from "@/lib/core/validation/parse-input";
import {
  beginRoleHistoryExport,
  type RoleHistoryEntry,
  readRoleHistoryExportPage,
} from "@/lib/team/role-history/read-role-history";
import {
  MAX_PDF_ROWS,
  type RoleHistoryWording,
  roleHistoryColumns,
  toReportRow,
  writeRoleHistoryPdf,
} from "@/lib/team/role-history/role-history-report";
import { exportRoleHistoryInput } from "@/lib/team/role-history/role-history-schema";

/** The filtered role history as CSV of any size, or its newest rows as PDF. */
export const GET = routeHandler(async (request) => {
  const viewer = await requireMember();
  const { cursor, ...filters } = readParameters(new URL(request.url).searchParams);
  await beginRoleHistoryExport.from(viewer.actor, filters);
  const { format } = parseInput(exportRoleHistoryInput, filters);
  const exportFormat = await exportFormatOf(viewer);
  const name = `role-history-${todayIn(exportFormat)}`;
  const messages = (await getMessages()) as Messages;
  const wording = {
    words: messages.team.roleHistoryReport,
    statuses: messages.team.statuses,
    roles: messages.roles,
  };
  const entries = readEntries(forStreaming(viewer.actor), filters);
  if (format === "csv") {
    const moment = (value: Date) => localMoment(value, exportFormat.timeZone);
    const rows = reportRows(entries, { ...wording, moment });
    return csvDownload(name, roleHistoryColumns(wording.words), rows, exportFormat);
  }
  const formatter = await getFormatter();
  const { timeZone, name: organizationName } = viewer.organization;
  const moment = (value: Date) => formatter.dateTime(value, "moment", { timeZone });
  const shown = await firstOf(entries, MAX_PDF_ROWS);
  const body = await writeRoleHistoryPdf(
    shown.entries,
    { ...wording, moment },
    {
      title: `${wording.words.title} · ${organizationName}`,
      lines: await describeReport(filters, moment(new Date()), shown.isMore),
    },
  );
  return new Response(new Uint8Array(body), {
    headers: downloadHeaders(`${name}.pdf`, "application/pdf"),
  });
});

/** When and by which filters the report was made, and whether it leaves rows out. */
async function describeReport(
  filters: ListParameters,
  createdAt: string,
  isMore: boolean,
): Promise<string[]> {
  const t = await getTranslations("team.roleHistoryReport");
  const roles = await getTranslations("roles");
  const { from, until, person, role, scope } = filters;
  return [
    t("createdAt", { moment: createdAt }),
    t(scope === "held" ? "heldPeriod" : "changePeriod", {
      from: from ?? t("beginning"),
      until: until ?? t("today"),
    }),
    ...(role
      ? [`${t("columns.role")}: ${role === "none" ? t("noRole") : roles(role as "admin")}`]
      : []),
    ...(person ? [`${t("columns.person")}: ${person}`] : []),
    ...(isMore ? [t("newestOnly", { count: MAX_PDF_ROWS })] : []),
  ];
}

async function* readEntries(
  actor: Actor,
  filters: ListParameters,
): AsyncGenerator<RoleHistoryEntry> {
  let cursor: string | undefined;
  do {
    const page = await readRoleHistoryExportPage.from(actor, { ...filters, cursor });
    yield* page.rows;
    cursor = page.next;
  } while (cursor);
}

async function* reportRows(entries: AsyncIterable<RoleHistoryEntry>, wording: RoleHistoryWording) {
  for await (const entry of entries) yield toReportRow(entry, wording);
}

async function firstOf(all: AsyncIterable<RoleHistoryEntry>, limit: number) {
  const entries: RoleHistoryEntry[] = [];
  for await (const entry of all) {
    if (entries.length === limit) return { entries, isMore: true };
    entries.push(entry);
  }
  return { entries, isMore: false };
}
