import "server-only";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bulkActionRows, bulkActions } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { defineCommand } from "@/lib/define-use-case";
import { carryOut } from "./apply-bulk-action";
import { bulkActionReference } from "./bulk-action-schema";
import { type BulkAction, bulkEvent, lockBulkAction, rightToBulkAction } from "./find-bulk-action";
import { matchingRecords } from "./matching-records";
import { skipReasons } from "./skip-reasons";

/** How many records one transaction changes: few enough that nobody waits long for their locks. */
const atOnce = 200;

/** How many rows of an undone bulk action are copied at once. */
const copiedAtOnce = 5000;

/**
 * Does the next part of a bulk action, with the rights that its person has at this moment. A part is one
 * transaction with its results, so that a worker that dies in the middle leaves nothing half done and
 * nothing to be done twice.
 */
export const workBulkAction = defineCommand({
  name: "workBulkAction",
  isJob: true,
  input: bulkActionReference,
  requires: rightToBulkAction("update"),
  async run({ actor, input, transaction }) {
    const bulkAction = await lockBulkAction(transaction, input.id);
    if (bulkAction.state === "collecting") {
      await collect(transaction, bulkAction);
      return { result: { isFinished: false }, audit: [] };
    }
    if (bulkAction.state !== "running") return { result: { isFinished: true }, audit: [] };
    return work(transaction, actor, bulkAction);
  },
});

/** Writes down which records are meant, a page at a time. */
async function collect(transaction: Transaction, bulkAction: BulkAction): Promise<void> {
  const { organizationId, id, undoesId } = bulkAction;
  const { ids, next } = undoesId
    ? await changedRecords(transaction, undoesId, bulkAction.cursor)
    : await matchingIds(transaction, bulkAction);
  const added =
    ids.length === 0
      ? []
      : await transaction
          .insert(bulkActionRows)
          .values(ids.map((recordId) => ({ organizationId, bulkActionId: id, recordId })))
          .onConflictDoNothing()
          .returning({ recordId: bulkActionRows.recordId });
  await transaction
    .update(bulkActions)
    .set({
      total: sql`${bulkActions.total} + ${added.length}`,
      cursor: next ?? null,
      workedAt: now(),
      ...(!next && { state: "running" as const }),
    })
    .where(eq(bulkActions.id, id));
}

async function matchingIds(transaction: Transaction, bulkAction: BulkAction) {
  const cursor = bulkAction.cursor ?? undefined;
  const page = await matchingRecords(bulkAction).findPage(transaction, cursor);
  return { ids: page.rows.map(({ id }) => id), next: page.next };
}

async function changedRecords(transaction: Transaction, undoesId: string, cursor: string | null) {
  const rows = await transaction
    .select({ id: bulkActionRows.recordId })
    .from(bulkActionRows)
    .where(
      and(
        eq(bulkActionRows.bulkActionId, undoesId),
        eq(bulkActionRows.result, "done"),
        cursor ? gt(bulkActionRows.recordId, cursor) : undefined,
      ),
    )
    .orderBy(asc(bulkActionRows.recordId))
    .limit(copiedAtOnce);
  const ids = rows.map(({ id }) => id);
  return { ids, next: rows.length === copiedAtOnce ? ids.at(-1) : undefined };
}

async function work(
  transaction: Transaction,
  actor: Actor,
  bulkAction: BulkAction,
): Promise<{ result: { isFinished: boolean }; audit: AuditEntry[] }> {
  const ofAction = eq(bulkActionRows.bulkActionId, bulkAction.id);
  const waiting = await transaction
    .select({ recordId: bulkActionRows.recordId })
    .from(bulkActionRows)
    .where(and(ofAction, eq(bulkActionRows.result, "waiting")))
    .orderBy(asc(bulkActionRows.recordId))
    .limit(atOnce);
  const ids = waiting.map(({ recordId }) => recordId);
  if (ids.length === 0) {
    await transaction
      .update(bulkActions)
      .set({ state: "done", workedAt: now(), finishedAt: now() })
      .where(eq(bulkActions.id, bulkAction.id));
    return { result: { isFinished: true }, audit: [bulkEvent("bulk-action.finished", bulkAction)] };
  }
  const { changed, skipped, audit } = await carryOut(transaction, actor, bulkAction, ids);
  const known = new Set([...changed, ...skipped.keys()]);
  const gone = ids.filter((id) => !known.has(id));
  const results = [
    { ids: changed, result: "done" as const, problem: null },
    ...skipReasons.map((reason) => ({
      ids: [...skipped].filter(([, given]) => given === reason).map(([id]) => id),
      result: "unchanged" as const,
      problem: reason,
    })),
    { ids: gone, result: "failed" as const, problem: "recordGone" },
  ];
  for (const { ids: ofResult, result, problem } of results) {
    if (ofResult.length === 0) continue;
    await transaction
      .update(bulkActionRows)
      .set({ result, problem })
      .where(and(ofAction, inArray(bulkActionRows.recordId, ofResult)));
  }
  await transaction
    .update(bulkActions)
    .set({
      doneCount: sql`${bulkActions.doneCount} + ${changed.length}`,
      unchangedCount: sql`${bulkActions.unchangedCount} + ${skipped.size}`,
      failedCount: sql`${bulkActions.failedCount} + ${gone.length}`,
      workedAt: now(),
    })
    .where(eq(bulkActions.id, bulkAction.id));
  return { result: { isFinished: false }, audit };
}
