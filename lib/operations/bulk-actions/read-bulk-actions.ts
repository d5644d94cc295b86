import "server-only";
import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import { bulkActionRows, bulkActions } from "@/db/schema";
import { assertPresent } from "@/lib/core/assert-present";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { bulkActionReference } from "./bulk-action-schema";
import { readBulkRecords } from "./bulk-records";
import { findBulkAction, rightToBulkAction } from "./find-bulk-action";

const maxListed = 50;

/** The newest bulk actions of the team, drafts left out. */
export const listBulkActions = defineQuery({
  name: "listBulkActions",
  input: z.object({}),
  requires: () => [
    { action: "read", resource: "staff" },
    { action: "read", resource: "end-user" },
    { action: "read", resource: "device" },
  ],
  async run({ transaction }) {
    return transaction
      .select()
      .from(bulkActions)
      .where(inArray(bulkActions.state, ["collecting", "running", "done", "cancelled", "failed"]))
      .orderBy(desc(bulkActions.createdAt), desc(bulkActions.id))
      .limit(maxListed);
  },
});

/** A bulk action with how far it has come. */
export const getBulkAction = defineQuery({
  name: "getBulkAction",
  input: bulkActionReference,
  requires: rightToBulkAction("read"),
  async run({ input, transaction }) {
    const bulkAction = await findBulkAction(transaction, input.id);
    const [undoing] = await transaction
      .select({ id: bulkActions.id })
      .from(bulkActions)
      .where(eq(bulkActions.requestKey, bulkAction.id));
    return { ...bulkAction, undoneById: undoing?.id };
  },
});

const rowsOnPage = 50;

export const listBulkActionRowsInput = z.object({
  id: z.uuid(),
  result: z.enum(["waiting", "done", "unchanged", "failed"]).optional(),
  /** The last record of the page before. */
  after: z.uuid().optional(),
});

/** What came of a bulk action for each of its records, a page at a time. */
export const listBulkActionRows = defineQuery({
  name: "listBulkActionRows",
  input: listBulkActionRowsInput,
  requires: rightToBulkAction("read"),
  async run({ input, transaction }) {
    const { list } = await findBulkAction(transaction, input.id);
    const rows = await transaction
      .select({
        recordId: bulkActionRows.recordId,
        result: bulkActionRows.result,
        problem: bulkActionRows.problem,
      })
      .from(bulkActionRows)
      .where(
        and(
          eq(bulkActionRows.bulkActionId, input.id),
          input.result ? eq(bulkActionRows.result, input.result) : undefined,
          input.after ? gt(bulkActionRows.recordId, input.after) : undefined,
        ),
      )
      .orderBy(asc(bulkActionRows.recordId))
      .limit(rowsOnPage + 1);
    const page = rows.slice(0, rowsOnPage);
    const records = await readBulkRecords(
      transaction,
      list,
      page.map(({ recordId }) => recordId),
    );
    return {
      rows: page.map(({ result, problem }, index) => ({
        ...assertPresent(records[index], "The record of a row"),
        result,
        problem,
      })),
      next: rows.length > rowsOnPage ? page.at(-1)?.recordId : undefined,
    };
  },
});
