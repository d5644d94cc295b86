import "server-only";
import path from "node:path";
import PDFDocument from "pdfkit";

const fonts = path.join(process.cwd(), "node_modules/geist/dist/fonts/geist-sans");

type Report = {
  title: string;
  /** Lines between the title and the table. */
  lines: string[];
  header: string[];
  rows: string[][];
  /** In points; `*` takes what is left. */
  columnWidths: (number | "*")[];
};

/** A report as a PDF on A4 landscape: a title, some lines and one table. */
export function writeReportPdf({
  title,
  lines,
  header,
  rows,
  columnWidths,
}: Report): Promise<Buffer> {
  const document = new PDFDocument({ size: "A4", layout: "landscape", margin: 40 });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve, reject) => {
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
  document.registerFont("regular", path.join(fonts, "Geist-Regular.ttf"));
  document.registerFont("bold", path.join(fonts, "Geist-SemiBold.ttf"));
  document.font("bold").fontSize(16).text(title);
  document.moveDown(0.5).font("regular").fontSize(10);
  for (const line of lines) document.text(line);
  document.moveDown();
  document.fontSize(8);
  document.table({
    defaultStyle: { border: [0, 0, 0.5, 0], borderColor: "#cccccc", padding: 4 },
    columnStyles: columnWidths,
    data: [header.map((text) => ({ text, font: { src: "bold" } })), ...rows],
  });
  document.end();
  return finished;
}
