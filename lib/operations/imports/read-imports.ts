import "server-only";
import { and, asc, desc, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importFiles, importRows, imports } from "@/db/schema";
import { EXPORT_PAGE_SIZE } from "@/lib/core/lists/exported-rows";
import { MAX_PREVIEWED_BYTES, previewTableFile } from "@/lib/core/table-files/read-table-file";
import { MAX_INTEGER, z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { findImport, type Import, rightToImport } from "./find-import";
import { importReference } from "./import-schema";
import { listKeptRecords } from "./kept-records";
import { findSavedMapping } from "./saved-mapping";
import { undoableUntil } from "./undo-import";

const maxListed = 50;
const samples = 3;
const problemsOnPage = 50;

/** The newest imports of the team. */
export const listImports = defineQuery({
  name: "listImports",
  input: z.object({}),
  requires: () => [
    { action: "read", resource: "staff" },
    { action: "create", resource: "end-user" },
    { action: "create", resource: "building" },
    { action: "create", resource: "energy-contract" },
    { action: "create", resource: "device" },
  ],
  async run({ transaction }) {
    return transaction
      .select()
      .from(imports)
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(maxListed);
  },
});

/** An import with its first rows, to tell its columns apart by, and the first lines of its file while it is kept. */
export const getImport = defineQuery({
  name: "getImport",
  input: importReference,
  requires: rightToImport,
  async run({ input, transaction }) {
    const found = await findImport(transaction, input.id);
    const rows = await transaction
      .select({ line: importRows.line, cells: importRows.cells })
      .from(importRows)
      .where(eq(importRows.importId, found.id))
      .orderBy(asc(importRows.line))
      .limit(samples);
    return {
      ...found,
      samples: rows,
      undoableUntil: undoableUntil(found),
      kept: await listKeptRecords(transaction, found),
      preview: await readPreview(transaction, found),
      isMappingSaved: (await findSavedMapping(transaction, found)) !== undefined,
    };
  },
});

async function readPreview(transaction: Transaction, found: Import) {
  const isReadable = found.state === "mapping" || found.state === "checked";
  const { encoding, separator, headingLine } = found;
  if (!isReadable || encoding === null || separator === null || headingLine === null)
    return undefined;
  const [file] = await transaction
    .select({
      start: sql<Uint8Array>`substring(${importFiles.content} from 1 for ${MAX_PREVIEWED_BYTES})`,
    })
    .from(importFiles)
    .where(eq(importFiles.importId, found.id));
  if (!file) return undefined;
  const lines = previewTableFile(file.start, { encoding, separator });
  return { encoding, separator, headingLine, lines };
}

/** The rows of an import that have a problem, as they stand in the file, a page at a time. */
export const readFaultyRows = defineQuery({
  name: "readFaultyRows",
  input: z.object({
    id: z.uuid(),
    after: z.coerce.number().int().min(0).max(MAX_INTEGER).default(0),
  }),
  requires: rightToImport,
  async run({ input, transaction }) {
    const { headings, mapping } = await findImport(transaction, input.id);
    const rows = await transaction
      .select({ line: importRows.line, cells: importRows.cells, problems: importRows.problems })
      .from(importRows)
      .where(
        and(
          eq(importRows.importId, input.id),
          eq(importRows.state, "faulty"),
          gt(importRows.line, input.after),
        ),
      )
      .orderBy(asc(importRows.line))
      .limit(EXPORT_PAGE_SIZE);
    const isLast = rows.length < EXPORT_PAGE_SIZE;
    return { headings, mapping, rows, next: isLast ? undefined : rows.at(-1)?.line };
  },
});

/** What is wrong with the rows of an import, or doubtful, line by line, a page at a time. */
export const listImportProblems = defineQuery({
  name: "listImportProblems",
  input: z.object({
    id: z.uuid(),
    list: z.enum(["problems", "warnings"]).default("problems"),
    after: z.coerce.number().int().min(0).max(MAX_INTEGER).default(0),
  }),
  requires: rightToImport,
  async run({ input, transaction }) {
    const isListed =
      input.list === "problems"
        ? eq(importRows.state, "faulty")
        : and(eq(importRows.state, "good"), isNotNull(importRows.warnings));
    const rows = await transaction
      .select({
        line: importRows.line,
        cells: importRows.cells,
        problems: input.list === "problems" ? importRows.problems : importRows.warnings,
      })
      .from(importRows)
      .where(and(eq(importRows.importId, input.id), isListed, gt(importRows.line, input.after)))
      .orderBy(asc(importRows.line))
      .limit(problemsOnPage + 1);
    const page = rows.slice(0, problemsOnPage);
    return { rows: page, next: rows.length > problemsOnPage ? page.at(-1)?.line : undefined };
  },
});
