import "server-only";
import path from "node:path";
import PDFDocument from "pdfkit";
import type { Messages } from "@/lib/core/i18n/messages";
import type { Invoice } from "./read-invoices";

/** The invoice's words, and how it writes days, sums and numbers. */
export type InvoiceWording = {
  words: Messages["billing"]["invoice"];
  kinds: Messages["billing"]["kinds"];
  vatNote: string;
  vatLabel: string;
  month: string;
  day: (value: Date) => string;
  money: (cents: number) => string;
  quantity: (value: number) => string;
  tier: (from: number, upTo: number | null) => string;
};

const fonts = path.join(process.cwd(), "node_modules/geist/dist/fonts/geist-sans");
const grey = "#5b6575";

/** An invoice as a PDF, with what article 226 of Directive 2006/112/EC asks of one. */
export function writeInvoicePdf(invoice: Invoice, wording: InvoiceWording): Promise<Buffer> {
  const { words, day, money } = wording;
  const document = new PDFDocument({
    size: "A4",
    margin: 50,
    info: { Title: `${words.title} ${invoice.number}`, Author: invoice.seller.name },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  document.registerFont("regular", path.join(fonts, "Geist-Regular.ttf"));
  document.registerFont("bold", path.join(fonts, "Geist-SemiBold.ttf"));
  const { seller, customer } = invoice;
  document.font("bold").fontSize(12).text(seller.name);
  document.font("regular").fontSize(9).fillColor(grey);
  for (const line of [...seller.addressLines, seller.country, vatLine(words, seller.vatId)]) {
    if (line) document.text(line);
  }
  document.moveDown(2).fontSize(10).fillColor("black");
  for (const line of [customer.name, ...customer.addressLines, customer.country]) {
    document.text(line);
  }
  const customerVat = vatLine(words, customer.vatId);
  if (customerVat) document.text(customerVat);
  document.moveDown(2).font("bold").fontSize(18).text(`${words.title} ${invoice.number}`);
  document.moveDown(0.5).font("regular").fontSize(10);
  document.text(`${words.issued}: ${day(invoice.createdAt)}`);
  document.text(`${words.period}: ${wording.month}`);
  document.text(`${words.due}: ${day(invoice.dueAt)}`);
  if (invoice.purchaseOrderNumber) {
    document.text(`${words.purchaseOrder}: ${invoice.purchaseOrderNumber}`);
  }
  document.moveDown().fontSize(9);
  document.table({
    defaultStyle: { border: [0, 0, 0.5, 0], borderColor: "#cccccc", padding: 5 },
    columnStyles: [
      "*",
      100,
      { width: 90, align: { x: "right", y: "top" } },
      { width: 70, align: { x: "right", y: "top" } },
      { width: 80, align: { x: "right", y: "top" } },
    ],
    data: [
      [words.kind, words.tier, words.quantity, words.unitPrice, words.amount].map((text) => ({
        text,
        font: { src: "bold" },
      })),
      ...invoice.lines.map((line) => [
        wording.kinds[line.kind],
        wording.tier(line.tierFrom, line.tierUpTo),
        wording.quantity(line.deviceDays / line.daysInMonth),
        money(line.unitCents),
        money(line.amountCents),
      ]),
    ],
  });
  document.moveDown().fontSize(10);
  document.text(`${words.net}: ${money(invoice.netCents)}`, { align: "right" });
  document.text(`${wording.vatLabel}: ${money(invoice.vatCents)}`, { align: "right" });
  document.font("bold").text(`${words.gross}: ${money(invoice.grossCents)}`, { align: "right" });
  document.moveDown().font("regular").fontSize(9).fillColor(grey);
  if (wording.vatNote) document.text(wording.vatNote);
  document.text(words.quantityNote);
  document.moveDown();
  document.text(
    invoice.paidAt
      ? `${words.paid}: ${day(invoice.paidAt)}`
      : `${words.payTo} ${seller.name}, IBAN ${seller.iban}, ${words.reference} ${invoice.number}`,
  );
  document.end();
  return finished;
}

function vatLine(words: InvoiceWording["words"], vatId: string | null): string {
  return vatId ? `${words.vatId}: ${vatId}` : "";
}
