import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importRows, imports } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { isOneOf } from "@/lib/core/lists/page-of-ids";
import { defineCommand } from "@/lib/define-use-case";
import { checkRows } from "./check-rows";
import { type Import, importEvent, lockImport, rightToImport } from "./find-import";
import { checkFollowing } from "./following-imports";
import { importReference } from "./import-schema";
import { type ImportableRow, type ImportedRows, importableColumns } from "./imported-rows";
import { makeRecords } from "./make-records";
import { isBeingUndone, undoNext } from "./undo-import";

const madeAtOnce = 1000;

type Part = { result: { isFinished: boolean }; audit: AuditEntry[] };

/**
 * Does the next part of an import, with the rights that its person has at this moment. Where all rows or none
 * are wanted, making them is one part.
 * @throws Conflict `importChanged` when not all could be made after all: then none is
 */
export const workImport = defineCommand({
  name: "workImport",
  isJob: true,
  input: importReference,
  requires: rightToImport,
  async run({ input, transaction }): Promise<Part> {
    const found = await lockImport(transaction, input.id);
    if (found.state === "checking") {
      return { result: { isFinished: await checkRows(transaction, found) }, audit: [] };
    }
    if (isBeingUndone(found)) return undoNext(transaction, found);
    if (found.state !== "running") return { result: { isFinished: true }, audit: [] };
    return found.scope === "all" ? makeAll(transaction, found) : makeNext(transaction, found);
  },
});

function readGoodRows(
  transaction: Transaction,
  found: Import,
  after: number,
): Promise<ImportableRow[]> {
  return transaction
    .select(importableColumns)
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, found.id),
        eq(importRows.state, "good"),
        gt(importRows.line, after),
      ),
    )
    .orderBy(asc(importRows.line))
    .limit(madeAtOnce);
}

async function makeNext(transaction: Transaction, found: Import): Promise<Part> {
  const rows = await readGoodRows(transaction, found, 0);
  if (rows.length === 0) return finish(transaction, found, found.doneCount);
  const written = await makeRecords(transaction, found, rows);
  const { lines, audit } = written;
  await settle(transaction, found, rows, written);
  await transaction
    .update(imports)
    .set({
      doneCount: sql`${imports.doneCount} + ${lines.length}`,
      faultyCount: sql`${imports.faultyCount} + ${rows.length - lines.length}`,
      workedAt: now(),
    })
    .where(eq(imports.id, found.id));
  return { result: { isFinished: false }, audit };
}

async function makeAll(transaction: Transaction, found: Import): Promise<Part> {
  const allEvents: AuditEntry[] = [];
  let made = 0;
  let last = 0;
  for (;;) {
    const rows = await readGoodRows(transaction, found, last);
    if (rows.length === 0) break;
    const written = await makeRecords(transaction, found, rows);
    if (written.lines.length < rows.length) throw new Conflict("importChanged");
    await settle(transaction, found, rows, written);
    allEvents.push(...written.audit);
    made += written.lines.length;
    last = rows.at(-1)?.line ?? last;
  }
  const { result, audit } = await finish(transaction, found, made);
  return { result, audit: [...allEvents, ...audit] };
}

async function finish(transaction: Transaction, found: Import, doneCount: number): Promise<Part> {
  await transaction
    .update(imports)
    .set({ state: "done", doneCount, workedAt: now(), finishedAt: now() })
    .where(eq(imports.id, found.id));
  await checkFollowing(transaction, found);
  const event = importEvent("import.finished", found, {
    records: doneCount,
    faulty: found.rowCount - doneCount,
  });
  return { result: { isFinished: true }, audit: [event] };
}

/** Deletes rows whose records were made, and marks those whose address or owner changed in between. */
async function settle(
  transaction: Transaction,
  found: Import,
  rows: ImportableRow[],
  { lines, refused: named = [] }: ImportedRows,
): Promise<void> {
  const ofImport = eq(importRows.importId, found.id);
  const made = new Set(lines);
  const reasons = new Map(named.map(({ line, problems }) => [line, problems]));
  const refused = rows.map(({ line }) => line).filter((line) => !made.has(line));
  if (lines.length > 0) {
    await transaction.delete(importRows).where(and(ofImport, isOneOf(importRows.line, lines)));
  }
  if (refused.length > 0) {
    const field = found.kind === "end-user" ? "email" : "owner";
    const problem = found.kind === "end-user" ? "emailTaken" : "noSuchEndUser";
    const faulty = refused.map((line) => ({
      line,
      problems: reasons.get(line) ?? { [field]: problem },
    }));
    await transaction.execute(sql`
      update ${importRows} r set state = 'faulty', problems = f.problems
      from jsonb_to_recordset(${JSON.stringify(faulty)}::jsonb) f (line integer, problems jsonb)
      where r.organization_id = ${found.organizationId} and r.import_id = ${found.id}
        and r.line = f.line`);
  }
}
