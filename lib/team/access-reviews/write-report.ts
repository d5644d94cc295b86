import "server-only";
import path from "node:path";
import { stringify } from "csv-stringify/sync";
import PDFDocument from "pdfkit";
import type { Messages } from "@/lib/core/i18n/messages";
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
  const { words } = wording;
  const rows = rowsOf(review, wording);
  const header = [
    words.name,
    words.email,
    words.role,
    words.lastSeen,
    words.decision,
    words.note,
    words.decidedBy,
    words.decidedAt,
  ];
  return stringify([header, ...rows], { bom: true, escape_formulas: true });
}

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

const fonts = path.join(process.cwd(), "node_modules/geist/dist/fonts/geist-sans");

/** A review as a PDF to file: who was looked at, what was decided and by whom, and the signature. */
export function writeReviewPdf(review: AccessReview, wording: ReportWording): Promise<Buffer> {
  const { words, moment } = wording;
  const document = new PDFDocument({ size: "A4", layout: "landscape", margin: 40 });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  document.registerFont("regular", path.join(fonts, "Geist-Regular.ttf"));
  document.registerFont("bold", path.join(fonts, "Geist-SemiBold.ttf"));
  document.font("bold").fontSize(16).text(`${words.title} · ${wording.organizationName}`);
  document.moveDown(0.5).font("regular").fontSize(10);
  document.text(`${words.startedAt}: ${moment(review.createdAt)}`);
  document.text(`${words.dueAt}: ${moment(review.dueAt)}`);
  document.text(
    review.closedAt && review.signature
      ? `${words.signedBy}: ${review.signature}, ${moment(review.closedAt)}`
      : words.unsigned,
  );
  document.moveDown();
  document.fontSize(8);
  document.table({
    defaultStyle: { border: [0, 0, 0.5, 0], borderColor: "#cccccc", padding: 4 },
    columnStyles: [110, 150, 50, 90, 70, "*", 90, 90],
    data: [
      [
        words.name,
        words.email,
        words.role,
        words.lastSeen,
        words.decision,
        words.note,
        words.decidedBy,
        words.decidedAt,
      ].map((text) => ({ text, font: { src: "bold" } })),
      ...rowsOf(review, wording),
    ],
  });
  document.end();
  return finished;
}
