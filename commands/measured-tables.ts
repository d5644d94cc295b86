import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./configuration";
import { readRows } from "./measured-rows";

type Column = { name: string; key: string; isNumber?: boolean };

/** Rows as a Markdown table, in the order of their names. */
function tableOf(rows: Record<string, string | number>[], columns: Column[]): string {
  const lines = rows
    .toSorted((a, b) => String(a.name).localeCompare(String(b.name)))
    .map((row) => `| ${columns.map(({ key }) => row[key] ?? "").join(" | ")} |`);
  const head = `| ${columns.map(({ name }) => name).join(" | ")} |`;
  const rule = `| ${columns.map(({ isNumber }) => (isNumber ? "---:" : "---")).join(" | ")} |`;
  return [head, rule, ...lines].join("\n");
}

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
