import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./configuration";
import { readRows } from "./measured-rows";

type Column = { name: string; key: string; isNumber?: boolean };

/** Rows as a Markdown table whose columns have one width, in the order of their names. */
function tableOf(rows: Record<string, string | number>[], columns: Column[]): string {
  const cells = rows
    .toSorted((a, b) => String(a.name).localeCompare(String(b.name)))
    .map((row) => columns.map(({ key }) => String(row[key] ?? "")));
  const widths = columns.map(({ name }, index) =>
    Math.max(name.length, ...cells.map((line) => line[index]?.length ?? 0)),
  );
  const lineOf = (texts: string[]) =>
    `| ${texts.map((text, index) => pad(text, widths[index] ?? 0, columns[index])).join(" | ")} |`;
  const rule = columns.map(({ isNumber }, index) => {
    const dashes = "-".repeat((widths[index] ?? 0) - (isNumber ? 1 : 0));
    return isNumber ? `${dashes}:` : dashes;
  });
  return [
    lineOf(columns.map(({ name }) => name)),
    `| ${rule.join(" | ")} |`,
    ...cells.map(lineOf),
  ].join("\n");
}

const pad = (text: string, width: number, column: Column | undefined): string =>
  column?.isNumber ? text.padStart(width) : text.padEnd(width);

/** Puts a measured table between its two marks in a document. @throws Error when the document lacks them */
export function writeMeasuredTable(document: string, table: string, columns: Column[]): void {
  const file = path.join(projectFolder, "docs", document);
  const text = readFileSync(file, "utf8");
  const [begin, end] = [`<!-- ${table} -->`, `<!-- end of ${table} -->`];
  if (!text.includes(begin) || !text.includes(end)) throw new Error(`${document} lacks ${begin}.`);
  const [before] = text.split(begin);
  const [, after] = text.split(end);
  writeFileSync(
    file,
    `${before}${begin}\n\n${tableOf(readRows(table), columns)}\n\n${end}${after}`,
  );
}
