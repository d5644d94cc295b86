import "server-only";
import { stringify } from "csv-stringify/sync";
import type { Messages } from "@/lib/core/i18n/messages";
import { writeReportPdf } from "../report-pdf";
import type { AccessReview } from "./read-access-reviews";

/** The report's words, and how it writes moments. */
export type ReportWording = {
  words: Messages["accessReviews"]["report"];
  decisions: Messages["accessReviews"]["decisions"];
  roles: Messages["roles"];
  moment: (value: Date | null) => string;
  organizationName: string;
};

/** A review as CSV. Cells that a spreadsheet would run as formulas are defused. */
export function writeReviewCsv(review: AccessReview, wording: ReportWording): string {
  return stringify([headerOf(wording.words), ...rowsOf(review, wording)], {
    bom: true,
    escape_formulas: true,
  });
}

const headerOf = (words: ReportWording["words"]) => [
  words.name,
  words.email,
  words.role,
  words.lastSeen,
  words.decision,
  words.note,
  words.decidedBy,
  words.decidedAt,
];

function rowsOf(review: AccessReview, { decisions, roles, words, moment }: ReportWording) {
  return review.items.map((item) => [
    item.memberName,
    item.memberEmail,
    roles[item.role],
    moment(item.lastSeenAt),
    item.decision ? decisions[item.decision] : words.undecided,
    item.note ?? "",
    item.decidedByName ?? "",
    moment(item.decidedAt),
  ]);
}

/** A review as a PDF to file: who was looked at, what was decided and by whom, and the signature. */
export function writeReviewPdf(review: AccessReview, wording: ReportWording): Promise<Buffer> {
  const { words, moment } = wording;
  return writeReportPdf({
    title: `${words.title} · ${wording.organizationName}`,
    lines: [
      `${words.startedAt}: ${moment(review.createdAt)}`,
      `${words.dueAt}: ${moment(review.dueAt)}`,
      review.closedAt && review.signature
        ? `${words.signedBy}: ${review.signature}, ${moment(review.closedAt)}`
        : words.unsigned,
    ],
    header: headerOf(words),
    rows: rowsOf(review, wording),
    columnWidths: [110, 150, 50, 90, 70, "*", 90, 90],
  });
}
