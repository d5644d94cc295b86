import { type importChanges, importRows } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";

/** A row of a file that has no problem. */
export type ImportableRow = {
  line: number;
  fields: Record<string, unknown> | null;
  ownerId: string | null;
  /** The id that the record has where the row was read from; null in files. */
  sourceId: string | null;
};

export const importableColumns = {
  line: importRows.line,
  fields: importRows.fields,
  ownerId: importRows.ownerId,
  sourceId: importRows.sourceId,
};

/** The record that a row has made, or that it is about. */
export type WrittenRecord = { line: number; recordId: string; userId: string };

/** What can be undone of a record: what it was like before, or nothing where it is new. */
export type ImportChange = Omit<typeof importChanges.$inferInsert, "organizationId" | "importId">;

/** The lines whose records were written; an end-user whose address was taken in between is not among them. */
export type ImportedRows = {
  lines: number[];
  audit: AuditEntry[];
  changes: ImportChange[];
  records: WrittenRecord[];
  /** Why lines were not written after all. */
  refused?: { line: number; problems: Record<string, string> }[];
};

export const noRows: ImportedRows = { lines: [], audit: [], changes: [], records: [] };
