import "server-only";
import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bulkActionRows, bulkActions, devices, users } from "@/db/schema";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { bulkActionReference } from "./bulk-action-schema";
import type { BulkList } from "./bulk-acts";
import { findBulkAction, rightToBulkAction } from "./find-bulk-action";
import { matchingRecords } from "./matching-records";

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

/** A bulk action with how far it has come; a draft with how many records it would be about. */
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
    const expected =
      bulkAction.state === "draft"
        ? await matchingRecords(bulkAction).count(transaction)
        : undefined;
    return { ...bulkAction, expected, undoneById: undoing?.id };
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
    const names = await namesOf(
      transaction,
      list,
      page.map(({ recordId }) => recordId),
    );
    return {
      rows: page.map(({ recordId, ...row }) => ({
        id: recordId,
        name: names.get(recordId),
        ...row,
      })),
      next: rows.length > rowsOnPage ? page.at(-1)?.recordId : undefined,
    };
  },
});

async function namesOf(
  transaction: Transaction,
  list: BulkList,
  ids: string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  if (list === "device") {
    const rows = await transaction
      .select({ id: devices.id, manufacturer: devices.manufacturer, model: devices.model })
      .from(devices)
      .where(inArray(devices.id, ids));
    return new Map(rows.map(({ id, manufacturer, model }) => [id, `${manufacturer} ${model}`]));
  }
  const rows = await transaction
    .select({
      id: users.id,
      ...nameColumns,
    })
    .from(users)
    .where(inArray(users.id, ids));
  return new Map(rows.map((person) => [person.id, personName(person)]));
}
