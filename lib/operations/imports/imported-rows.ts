import type { AuditEntry } from "@/lib/core/audit/audit-entry";

/** A row of a file that has no problem. */
export type ImportableRow = {
  line: number;
  fields: Record<string, unknown> | null;
  ownerId: string | null;
};

/** The lines whose records were written; an end-user whose address was taken in between is not among them. */
export type ImportedRows = { lines: number[]; audit: AuditEntry[] };
