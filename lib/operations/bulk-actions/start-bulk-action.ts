import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bulkActionRows, bulkActions } from "@/db/schema";
import { actorName } from "@/lib/core/access/actor";
import { assertPresent } from "@/lib/core/assert-present";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { maxFound } from "@/lib/core/lists/found-by-search";
import { defineCommand } from "@/lib/define-use-case";
import { readPauseEnd } from "@/lib/devices/devices/read-pause-end";
import { ownAccount, personOf } from "@/lib/identity/account/get-own-account";
import {
  bulkActionReference,
  prepareBulkActionInput,
  startBulkActionInput,
} from "./bulk-action-schema";
import { undoOf } from "./bulk-acts";
import {
  type BulkAction,
  bulkEvent,
  enqueueWork,
  findBulkAction,
  lockBulkAction,
  rightsTo,
  rightToBulkAction,
} from "./find-bulk-action";
import { matchingRecords, recordLists } from "./matching-records";

/**
 * Prepares one action on many records: a draft that waits for a person to review and start it. The same request
 * twice is one bulk action.
 * @throws Invalid when the list does not take the filters
 */
export const prepareBulkAction = defineCommand({
  name: "prepareBulkAction",
  input: prepareBulkActionInput,
  requires: (context) => [...rightsTo("update", context.input), ...ownAccount("update")(context)],
  async run({ actor, input, transaction }) {
    const { userId } = personOf(actor);
    const { organizationId } = actor;
    const isChosen = input.scope === "selected";
    if (!isChosen) matchingRecords(input);
    const ids = isChosen ? await recordLists[input.list].findExisting(transaction, input.ids) : [];
    const [bulkAction] = await transaction
      .insert(bulkActions)
      .values({
        organizationId,
        list: input.list,
        act: input.act,
        tagName: input.tag ?? null,
        state: "draft",
        parameters: isChosen ? null : input.parameters,
        requestKey: input.requestKey,
        startedBy: userId,
        startedByName: actorName(actor),
        total: ids.length,
        createdAt: now(),
      })
      .onConflictDoNothing({ target: [bulkActions.organizationId, bulkActions.requestKey] })
      .returning();
    if (!bulkAction) {
      const [same] = await transaction
        .select({ id: bulkActions.id })
        .from(bulkActions)
        .where(eq(bulkActions.requestKey, input.requestKey));
      return { result: { id: assertPresent(same, "The bulk action of this key").id }, audit: [] };
    }
    if (ids.length > 0) {
      const rows = ids.map((recordId) => ({
        organizationId,
        bulkActionId: bulkAction.id,
        recordId,
      }));
      await transaction.insert(bulkActionRows).values(rows);
    }
    return { result: { id: bulkAction.id }, audit: [] };
  },
});

/**
 * Starts a draft. Once started it stays so.
 * @throws Invalid for a pause without a length
 * @throws Conflict `tooManyFound` for a search with more matches than its best, which alone are listed
 */
export const startBulkAction = defineCommand({
  name: "startBulkAction",
  input: startBulkActionInput,
  requires: rightToBulkAction("update"),
  async run({ input, transaction }) {
    const bulkAction = await lockBulkAction(transaction, input.id);
    if (bulkAction.state !== "draft") return { result: { id: bulkAction.id }, audit: [] };
    const isByFilter = bulkAction.parameters !== null;
    if (isByFilter) await requireListedMatches(transaction, bulkAction);
    const isPause = bulkAction.act === "pause-optimization";
    const started = {
      state: isByFilter ? ("collecting" as const) : ("running" as const),
      pauseUntil: isPause ? await readPauseEnd(transaction, input) : null,
      startedAt: now(),
      workedAt: now(),
    };
    await transaction.update(bulkActions).set(started).where(eq(bulkActions.id, bulkAction.id));
    await enqueueWork(transaction, bulkAction);
    return {
      result: { id: bulkAction.id },
      audit: [bulkEvent("bulk-action.started", { ...bulkAction, ...started })],
    };
  },
});

/** @throws Conflict `tooManyFound` for a search with more matches than its best, which alone are listed */
async function requireListedMatches(
  transaction: Transaction,
  bulkAction: BulkAction,
): Promise<void> {
  const matching = matchingRecords(bulkAction);
  if (!matching.isSearch) return;
  const { count, isMore } = await matching.count(transaction);
  if (isMore || count > maxFound) throw new Conflict("tooManyFound");
}

/** Stops a bulk action, or discards its draft. What has been done stays, and can be undone. */
export const cancelBulkAction = defineCommand({
  name: "cancelBulkAction",
  input: bulkActionReference,
  requires: rightToBulkAction("update"),
  async run({ input, transaction }) {
    const bulkAction = await lockBulkAction(transaction, input.id);
    if (!["draft", "collecting", "running"].includes(bulkAction.state)) {
      return { result: { id: bulkAction.id }, audit: [] };
    }
    await transaction
      .update(bulkActions)
      .set({ state: "cancelled", finishedAt: now() })
      .where(eq(bulkActions.id, bulkAction.id));
    return {
      result: { id: bulkAction.id },
      audit: bulkAction.state === "draft" ? [] : [bulkEvent("bulk-action.cancelled", bulkAction)],
    };
  },
});

/**
 * Takes back what a bulk action changed, by another one about the records that it did change.
 * @throws Conflict `bulkActionOpen` while it is still being processed, `notUndone` for what cannot be
 */
export const undoBulkAction = defineCommand({
  name: "undoBulkAction",
  input: bulkActionReference,
  requires: rightToBulkAction("update"),
  async run({ actor, input, transaction }) {
    const undone = await findBulkAction(transaction, input.id);
    if (["draft", "collecting", "running"].includes(undone.state)) {
      throw new Conflict("bulkActionOpen");
    }
    const opposite = undoOf[undone.act];
    if (!opposite) throw new Conflict("notUndone");
    const { organizationId } = actor;
    const [undoing] = await transaction
      .insert(bulkActions)
      .values({
        organizationId,
        list: undone.list,
        act: opposite,
        tagName: undone.tagName,
        pauseUntil: undone.act === "pause-optimization" ? undone.pauseUntil : null,
        state: "collecting",
        undoesId: undone.id,
        // An undoing is asked for once: the second request finds the first.
        requestKey: undone.id,
        startedBy: personOf(actor).userId,
        startedByName: actorName(actor),
        createdAt: now(),
        startedAt: now(),
        workedAt: now(),
      })
      .onConflictDoNothing({ target: [bulkActions.organizationId, bulkActions.requestKey] })
      .returning();
    if (!undoing) {
      const [same] = await transaction
        .select({ id: bulkActions.id })
        .from(bulkActions)
        .where(eq(bulkActions.requestKey, undone.id));
      return { result: { id: assertPresent(same, "The bulk action of this key").id }, audit: [] };
    }
    await enqueueWork(transaction, undoing);
    return { result: { id: undoing.id }, audit: [bulkEvent("bulk-action.started", undoing)] };
  },
});
