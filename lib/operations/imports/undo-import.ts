import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importChanges, imports } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { defineCommand } from "@/lib/define-use-case";
import {
  enqueueImport,
  findImport,
  type Import,
  importEvent,
  lockImport,
  rightToImport,
} from "./find-import";
import { importReference } from "./import-schema";
import { takeBackRecords } from "./take-back-records";

/** So long an import can be undone. */
const UNDO_DAYS = 30;

/** So long an import is kept that was not brought to its end. */
export const MAX_OPEN_DAYS = 7;

const takenBackAtOnce = 500;

/** Until when an import can be undone; undefined when it cannot. */
export function undoableUntil({
  state,
  createdAt,
  finishedAt,
  doneCount,
  undoneAt,
}: Import): Date | undefined {
  const isOver = state === "done" || state === "cancelled" || state === "failed";
  if (!isOver || finishedAt === null || doneCount === 0 || undoneAt !== null) return undefined;
  const end = (from: Date, days: number) => from.getTime() + days * 86_400_000;
  // One that did not come to its end is deleted sooner.
  const until = new Date(
    state === "done"
      ? end(finishedAt, UNDO_DAYS)
      : Math.min(end(finishedAt, UNDO_DAYS), end(createdAt, MAX_OPEN_DAYS)),
  );
  return until > now() ? until : undefined;
}

/**
 * Begins to undo an import: what it has created is deleted, what it has changed gets its former values. What was
 * changed or used since stays. Nothing happens when it is being undone already.
 * @throws Conflict `undoOver` when it is too late, or nothing was imported
 */
export const undoImport = defineCommand({
  name: "undoImport",
  input: importReference,
  async requires(context) {
    const { kind } = await findImport(context.transaction, context.input.id);
    return [...(await rightToImport(context)), { action: "delete" as const, resource: kind }];
  },
  async run({ input, transaction }) {
    const found = await lockImport(transaction, input.id);
    if (isBeingUndone(found) || found.undoneAt !== null) {
      return { result: { id: found.id }, audit: [] };
    }
    if (!undoableUntil(found)) throw new Conflict("undoOver");
    await transaction
      .update(imports)
      .set({ state: "running", scope: "undo", problem: null, workedAt: now() })
      .where(eq(imports.id, found.id));
    await enqueueImport(transaction, found);
    return {
      result: { id: found.id },
      audit: [importEvent("import.undo-started", found, { records: found.doneCount })],
    };
  },
});

export const isBeingUndone = ({ state, scope }: Pick<Import, "state" | "scope">): boolean =>
  state === "running" && scope === "undo";

/** Undoes the next part of an import. */
export async function undoNext(
  transaction: Transaction,
  found: Import,
): Promise<{ result: { isFinished: boolean }; audit: AuditEntry[] }> {
  const ofImport = eq(importChanges.importId, found.id);
  const changes = await transaction
    .select()
    .from(importChanges)
    .where(and(ofImport, isNull(importChanges.kept)))
    .orderBy(asc(importChanges.recordId))
    .limit(takenBackAtOnce);
  if (changes.length === 0) {
    await transaction
      .update(imports)
      .set({ state: "done", undoneAt: now(), workedAt: now() })
      .where(eq(imports.id, found.id));
    const event = importEvent("import.undone", found, { records: found.undoneCount });
    return { result: { isFinished: true }, audit: [event] };
  }
  const { kept, audit } = await takeBackRecords(transaction, found, changes);
  for (const reason of new Set(kept.values())) {
    const ids = [...kept].flatMap(([id, each]) => (each === reason ? [id] : []));
    await transaction
      .update(importChanges)
      .set({ kept: reason })
      .where(and(ofImport, inArray(importChanges.recordId, ids)));
  }
  const done = changes.map(({ recordId }) => recordId).filter((id) => !kept.has(id));
  await transaction
    .delete(importChanges)
    .where(and(ofImport, inArray(importChanges.recordId, done)));
  await transaction
    .update(imports)
    .set({ undoneCount: sql`${imports.undoneCount} + ${done.length}`, workedAt: now() })
    .where(eq(imports.id, found.id));
  return { result: { isFinished: false }, audit };
}
