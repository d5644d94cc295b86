import "server-only";
import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/db/client";
import { type ImportMapping, importFiles, importRows, imports } from "@/db/schema";
import { actorName } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import { isArchive, sheetReading, workbookToCsv } from "@/lib/core/table-files/read-workbook";
import { defineCommand } from "@/lib/define-use-case";
import { ownAccount, personOf } from "@/lib/identity/account/get-own-account";
import { mappableFields } from "./column-mapping";
import { enqueueImport, type Import, importEvent, lockImport, rightToImport } from "./find-import";
import { cancelFollowing } from "./following-imports";
import { deleteImportFile, readImportFile, storeRows } from "./import-file";
import {
  checkImportInput,
  columnPrefix,
  createImportInput,
  findMissingColumns,
  importReference,
  runImportInput,
} from "./import-schema";
import { deleteSavedMapping, saveMapping } from "./saved-mapping";
import { isBeingUndone } from "./undo-import";

/**
 * Takes in a file of rows to be imported. Nothing is made of it before it has been checked.
 * @throws Invalid when it is no table
 */
export const createImport = defineCommand({
  name: "createImport",
  input: createImportInput,
  requires: (context) => [
    { action: "read", resource: "staff" },
    { action: "create", resource: context.input.kind },
    ...ownAccount("update")(context),
  ],
  async run({ actor, input, transaction }) {
    // A sheet is kept as the text file that it makes, so that it can be read again like one.
    const isWorkbook = isArchive(input.content);
    const { content, ...sheets } = isWorkbook
      ? await workbookToCsv(input.content)
      : { content: input.content };
    const chosen = isWorkbook ? sheetReading : {};
    const { rows, ...reading } = await readImportFile(transaction, input.kind, content, chosen);
    const { organizationId } = actor;
    const [created] = await transaction
      .insert(imports)
      .values({
        organizationId,
        id: uuidv7(),
        kind: input.kind,
        state: "mapping",
        fileName: input.fileName,
        ...reading,
        ...sheets,
        rowCount: rows.length,
        startedBy: personOf(actor).userId,
        startedByName: actorName(actor),
        createdAt: now(),
      })
      .returning();
    if (!created) throw new Error("The insert returned no row.");
    const workbook = isWorkbook ? input.content : null;
    const file = { organizationId, importId: created.id, content, workbook };
    await transaction.insert(importFiles).values(file);
    await storeRows(transaction, created, rows);
    return {
      result: { id: created.id },
      audit: [importEvent("import.created", created, { records: rows.length })],
    };
  },
});

/**
 * Starts the dry run: every row is looked at, and nothing is made. May be started again with other columns.
 * @throws Invalid when a needed field has no column, or the file no such column
 * @throws Conflict `importOver` once it is running
 */
export const checkImport = defineCommand({
  name: "checkImport",
  input: checkImportInput,
  requires: rightToImport,
  async run({ input, transaction }) {
    const found = await lockImport(transaction, input.id);
    if (!["waiting", "mapping", "checked"].includes(found.state)) throw new Conflict("importOver");
    const isCopy = found.source !== null;
    const mapping = isCopy ? found.mapping : requireMapping(found, input.mapping);
    const audit = isCopy
      ? []
      : await rememberMapping(transaction, found, mapping, input.isMappingSaved);
    const existing = isCopy ? found.existing : input.existing;
    const counts = {
      checkedCount: 0,
      faultyCount: 0,
      warnedCount: 0,
      changingCount: 0,
      unchangedCount: 0,
    };
    await transaction
      .update(importRows)
      .set({ state: "raw", problems: null, warnings: null })
      .where(eq(importRows.importId, found.id));
    await transaction
      .update(imports)
      .set({ state: "checking", mapping, existing, ...counts, workedAt: now() })
      .where(eq(imports.id, found.id));
    await enqueueImport(transaction, found);
    return { result: { id: found.id }, audit };
  },
});

/** @throws Invalid when a needed field has no column */
function requireMapping({ kind, headings }: Import, given: ImportMapping): ImportMapping {
  const missing = Object.entries(findMissingColumns(kind, given));
  if (missing.length > 0) {
    throw new Invalid(
      Object.fromEntries(missing.map(([field, problem]) => [`${columnPrefix}${field}`, problem])),
    );
  }
  const known = mappableFields(kind);
  return Object.fromEntries(
    Object.entries(given).filter(
      ([field, columns]) =>
        known.includes(field) && [columns].flat().every((column) => column < headings.length),
    ),
  );
}

/** Saves the columns for files of this shape, or forgets those that were saved, as a person has asked. */
async function rememberMapping(
  transaction: Transaction,
  found: Import,
  mapping: ImportMapping,
  isSaved: boolean | undefined,
): Promise<AuditEntry[]> {
  const target = { type: "import", id: found.id, name: found.fileName } as const;
  if (isSaved === true) {
    await saveMapping(transaction, found, mapping);
    return [{ action: "import.columns-saved", target }];
  }
  const isForgotten = isSaved === false && (await deleteSavedMapping(transaction, found));
  return isForgotten ? [{ action: "import.columns-forgotten", target }] : [];
}

/**
 * Runs an import that has been checked: all of its rows or none, or those that are good.
 * @throws Conflict `importFaulty` when all are wanted and not all are good
 */
export const runImport = defineCommand({
  name: "runImport",
  input: runImportInput,
  requires: rightToImport,
  async run({ input, transaction }) {
    const found = await lockImport(transaction, input.id);
    if (found.state !== "checked") return { result: { id: found.id }, audit: [] };
    if (input.scope === "all" && found.faultyCount > 0) throw new Conflict("importFaulty");
    await transaction
      .update(imports)
      .set({ state: "running", scope: input.scope, workedAt: now() })
      .where(eq(imports.id, found.id));
    await deleteImportFile(transaction, found.id);
    await enqueueImport(transaction, found);
    const { rowCount, faultyCount } = found;
    return {
      result: { id: found.id },
      audit: [importEvent("import.started", found, { records: rowCount - faultyCount })],
    };
  },
});

/** Gives an import up. What it has made so far stays. */
export const cancelImport = defineCommand({
  name: "cancelImport",
  input: importReference,
  requires: rightToImport,
  async run({ input, transaction }) {
    const found = await lockImport(transaction, input.id);
    if (["done", "cancelled", "failed"].includes(found.state) || isBeingUndone(found)) {
      return { result: { id: found.id }, audit: [] };
    }
    await transaction
      .update(imports)
      .set({ state: "cancelled", finishedAt: now() })
      .where(eq(imports.id, found.id));
    await deleteImportFile(transaction, found.id);
    await cancelFollowing(transaction, found);
    return {
      result: { id: found.id },
      audit: [importEvent("import.cancelled", found, { records: found.doneCount })],
    };
  },
});
