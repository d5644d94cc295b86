"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { columnPrefix, joinedPrefix } from "@/lib/operations/imports/import-schema";
import { readImportAgain } from "@/lib/operations/imports/read-import-again";
import { undoImport } from "@/lib/operations/imports/undo-import";
import { cancelImport, checkImport, runImport } from "@/lib/operations/imports/write-import";

const showImport = ({ id }: { id: string }) => redirect(`/imports/${id}`);

export const checkImportAction = formAction(checkImport, showImport, {
  input: ({ values }) => {
    const columns = Object.entries(values)
      .filter(([name, column]) => name.startsWith(columnPrefix) && column !== "")
      .map(([name, column]) => {
        const field = name.slice(columnPrefix.length);
        return [field, [column, values[`${joinedPrefix}${field}`]].filter(Boolean)];
      });
    return { ...values, mapping: Object.fromEntries(columns) };
  },
});

export const readImportAgainAction = formAction(readImportAgain, showImport);

export const runImportAction = formAction(runImport, showImport);

export const undoImportAction = formAction(undoImport, showImport);

export const cancelImportAction = formAction(cancelImport, showImport);
