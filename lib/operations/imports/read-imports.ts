import "server-only";
import { and, asc, desc, eq, gt } from "drizzle-orm";
import { importRows, imports } from "@/db/schema";
import { MAX_INTEGER, z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { findImport, rightToImport } from "./find-import";
import { importReference } from "./import-schema";

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

/** An import with its first rows, to tell its columns apart by. */
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
    return { ...found, samples: rows };
  },
});

/** What is wrong with the rows of an import, line by line, a page at a time. */
export const listImportProblems = defineQuery({
  name: "listImportProblems",
  input: z.object({
    id: z.uuid(),
    after: z.coerce.number().int().min(0).max(MAX_INTEGER).default(0),
  }),
  requires: rightToImport,
  async run({ input, transaction }) {
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
      .limit(problemsOnPage + 1);
    const page = rows.slice(0, problemsOnPage);
    return { rows: page, next: rows.length > problemsOnPage ? page.at(-1)?.line : undefined };
  },
});
