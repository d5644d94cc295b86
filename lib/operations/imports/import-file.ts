import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importFiles, importRows } from "@/db/schema";
import { readTableFile } from "@/lib/core/table-files/read-table-file";
import type { TableReading, TableRow } from "@/lib/core/table-files/table-reading";
import { guessMapping } from "./column-mapping";
import { type ImportKind, isKnownHeading } from "./import-headings";
import { maxImportedRows } from "./import-schema";
import { findSavedMapping } from "./saved-mapping";

const storedAtOnce = 5000;
const MAX_SAMPLED_ROWS = 500;

/**
 * Reads a file of rows of a kind, and assigns its columns: as a person has saved them for files of this shape, else
 * as far as their headings are known.
 * @throws Invalid when it is no table
 */
export async function readImportFile(
  transaction: Transaction,
  kind: ImportKind,
  content: Uint8Array,
  chosen: Partial<TableReading> = {},
) {
  const table = readTableFile(content, {
    chosen,
    isKnownHeading: (heading) => isKnownHeading(kind, heading),
    maxRows: maxImportedRows,
  });
  const { headings, rows } = table;
  const sample = rows.slice(0, MAX_SAMPLED_ROWS).map(({ cells }) => cells);
  const saved = await findSavedMapping(transaction, { kind, headings });
  return { ...table, mapping: saved ?? guessMapping(kind, headings, sample) };
}

export async function storeRows(
  transaction: Transaction,
  { organizationId, id }: { organizationId: string; id: string },
  rows: TableRow[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += storedAtOnce) {
    const part = JSON.stringify(rows.slice(first, first + storedAtOnce));
    await transaction.execute(sql`
      insert into ${importRows} (organization_id, import_id, line, cells, read_problem, read_warnings)
      select ${organizationId}, ${id}, line, cells, problem, warnings
      from jsonb_to_recordset(${part}::jsonb)
        part (line integer, cells jsonb, problem text, warnings jsonb)`);
  }
}

export async function findImportFile(
  transaction: Transaction,
  id: string,
): Promise<{ content: Uint8Array; workbook: Uint8Array | null } | undefined> {
  const [file] = await transaction
    .select({ content: importFiles.content, workbook: importFiles.workbook })
    .from(importFiles)
    .where(eq(importFiles.importId, id));
  return file;
}

/** Once an import runs or is over, nobody reads its file in another way. */
export async function deleteImportFile(transaction: Transaction, id: string): Promise<void> {
  await transaction.delete(importFiles).where(eq(importFiles.importId, id));
}
