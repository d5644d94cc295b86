import "server-only";
import type { Messages } from "@/lib/core/i18n/messages";
import { writeReportPdf } from "../report-pdf";
import type { RoleHistoryEntry } from "./read-role-history";

/** More rows make a document that nobody reads, and take seconds to lay out. */
export const MAX_PDF_ROWS = 1000;

/** The report's words, and how it writes moments. */
export type RoleHistoryWording = {
  words: Messages["team"]["roleHistoryReport"];
  statuses: Messages["team"]["statuses"];
  roles: Messages["roles"];
  moment: (value: Date) => string;
};

const columns = [
  "person",
  "email",
  "status",
  "change",
  "roleBefore",
  "role",
  "reason",
  "decidedBy",
  "changedAt",
  "endedAt",
] as const;

/** The columns of the report as files have them. */
export const roleHistoryColumns = ({ columns: headings }: RoleHistoryWording["words"]) =>
  columns.map((key) => ({ key, header: headings[key] }));

/** One change in the report's words. What is not recorded is said to be so. */
export function toReportRow(
  entry: RoleHistoryEntry,
  { words, statuses, roles, moment }: RoleHistoryWording,
): Record<(typeof columns)[number], string> {
  const roleOf = (role: RoleHistoryEntry["role"]) => (role ? roles[role] : words.noRole);
  const status = entry.status === "former" ? words.former : statuses[entry.status];
  return {
    person: entry.memberName,
    email: entry.memberEmail ?? "",
    status:
      entry.hasJoined || entry.status === "invited" ? status : `${status}, ${words.notJoined}`,
    change: words.kinds[entry.kind],
    roleBefore: roleOf(entry.roleBefore),
    role: roleOf(entry.role),
    reason: entry.reason,
    decidedBy: entry.decidedBy ?? words.notRecorded,
    changedAt: moment(entry.createdAt),
    endedAt: entry.endedAt ? moment(entry.endedAt) : "",
  };
}

/**
 * The role history as a PDF.
 * @param lines what the report is about: its filters, and whether rows were left out
 */
export function writeRoleHistoryPdf(
  entries: RoleHistoryEntry[],
  wording: RoleHistoryWording,
  { title, lines }: { title: string; lines: string[] },
): Promise<Buffer> {
  return writeReportPdf({
    title,
    lines,
    header: roleHistoryColumns(wording.words).map(({ header }) => header),
    rows: entries.map((entry) => {
      const row = toReportRow(entry, wording);
      return columns.map((key) => row[key]);
    }),
    columnWidths: [85, 115, 55, 60, 50, 50, "*", 80, 75, 75],
  });
}
