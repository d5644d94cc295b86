import "server-only";
import { eq } from "drizzle-orm";
import { importFiles, importRows, imports } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { sheetReading, workbookToCsv } from "@/lib/core/table-files/read-workbook";
import { defineCommand } from "@/lib/define-use-case";
import { lockImport, rightToImport } from "./find-import";
import { findImportFile, readImportFile, storeRows } from "./import-file";
import { readImportAgainInput } from "./import-schema";

/**
 * Reads an uploaded file again with the encoding, separator, heading line and sheet that a person has chosen. Columns are
 * assigned again, since they may differ.
 * @throws Invalid when it is no table in this way
 * @throws Conflict `importOver` once it is running, `importFileGone` when the file is not kept any more
 */
export const readImportAgain = defineCommand({
  name: "readImportAgain",
  input: readImportAgainInput,
  requires: rightToImport,
  async run({ input: { id, sheet, ...chosen }, transaction }) {
    const found = await lockImport(transaction, id);
    if (!["mapping", "checked"].includes(found.state)) throw new Conflict("importOver");
    const file = await findImportFile(transaction, id);
    if (!file) throw new Conflict("importFileGone");
    const isOtherSheet = sheet !== undefined && sheet !== found.sheet;
    const other =
      isOtherSheet && file.workbook ? await workbookToCsv(file.workbook, { sheet }) : undefined;
    const { rows, ...reading } = other
      ? await readImportFile(transaction, found.kind, other.content, sheetReading)
      : await readImportFile(transaction, found.kind, file.content, chosen);
    if (other) {
      await transaction
        .update(importFiles)
        .set({ content: other.content })
        .where(eq(importFiles.importId, id));
    }
    const counts = {
      checkedCount: 0,
      faultyCount: 0,
      warnedCount: 0,
      changingCount: 0,
      unchangedCount: 0,
    };
    await transaction.delete(importRows).where(eq(importRows.importId, id));
    await transaction
      .update(imports)
      .set({
        ...reading,
        ...counts,
        ...(other && { sheet: other.sheet }),
        state: "mapping",
        rowCount: rows.length,
        workedAt: now(),
      })
      .where(eq(imports.id, id));
    await storeRows(transaction, found, rows);
    return { result: { id }, audit: [] };
  },
});
