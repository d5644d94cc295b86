import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(".wattdesk", "measured");

/** Keeps one row of a table that a command writes into the docs. */
export function storeRow(table: string, row: Record<string, string | number>): void {
  const file = fileOf(table);
  const rows = readRows(table).filter(({ name }) => name !== row.name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify([...rows, row], null, 2));
}

/** The rows that were kept, in no particular order. */
export function readRows(table: string): Record<string, string | number>[] {
  try {
    return JSON.parse(readFileSync(fileOf(table), "utf8"));
  } catch {
    return [];
  }
}

const fileOf = (table: string) => path.join(folder, `${table}.json`);
