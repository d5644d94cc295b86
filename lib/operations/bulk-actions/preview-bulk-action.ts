import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bulkActionRows, devices, endUserTags, tags } from "@/db/schema";
import { assertPresent } from "@/lib/core/assert-present";
import type { BoundedCount } from "@/lib/core/lists/keyset";
import { findLivingEndUsers } from "@/lib/customers/end-users/find-end-user";
import { isNamed } from "@/lib/customers/tags/find-tag";
import { defineQuery } from "@/lib/define-use-case";
import { findOwnedDevices, linkSkipsOf } from "@/lib/devices/connections/send-links";
import { findOptimizedDevices, optimizationSkipOf } from "@/lib/devices/devices/set-optimization";
import { optimizationChangeOf } from "./apply-bulk-action";
import { bulkActionReference } from "./bulk-action-schema";
import { readBulkRecords } from "./bulk-records";
import { type BulkAction, findBulkAction, rightToBulkAction } from "./find-bulk-action";
import { matchingRecords } from "./matching-records";
import { countSkips, type SkipReason } from "./skip-reasons";

const FIRST_ROWS = 10;

/** What a draft would do if it were started now. */
export const previewBulkAction = defineQuery({
  name: "previewBulkAction",
  input: bulkActionReference,
  requires: rightToBulkAction("read"),
  async run({ input, transaction }) {
    const bulkAction = await findBulkAction(transaction, input.id);
    const { ids, isAll, count } = await meantRecords(transaction, bulkAction);
    const first = await readBulkRecords(transaction, bulkAction.list, ids.slice(0, FIRST_ROWS));
    return {
      count,
      first,
      /** Undefined for more records than are read at once. */
      effect: isAll ? await effectOn(transaction, bulkAction, ids) : undefined,
    };
  },
});

/** The chosen records, or the first page of those that the filters match. */
async function meantRecords(
  transaction: Transaction,
  bulkAction: BulkAction,
): Promise<{ ids: string[]; isAll: boolean; count: BoundedCount }> {
  if (bulkAction.parameters === null) {
    const rows = await transaction
      .select({ id: bulkActionRows.recordId })
      .from(bulkActionRows)
      .where(eq(bulkActionRows.bulkActionId, bulkAction.id))
      .orderBy(asc(bulkActionRows.recordId));
    const ids = rows.map(({ id }) => id);
    return { ids, isAll: true, count: { count: ids.length, isMore: false } };
  }
  const matching = matchingRecords(bulkAction);
  const { rows, next } = await matching.findPage(transaction, undefined);
  const ids = rows.map(({ id }) => id);
  const isAll = next === undefined;
  const count = isAll ? { count: ids.length, isMore: false } : await matching.count(transaction);
  return { ids, isAll, count };
}

/** How many records are changed, how many customers that is, and how many are skipped for which reason. */
async function effectOn(transaction: Transaction, bulkAction: BulkAction, ids: string[]) {
  const { owners, skipped } = await skipsOf(transaction, bulkAction, ids);
  const changed = [...owners].filter(([id]) => !skipped.has(id));
  return {
    changed: changed.length,
    customers: new Set(changed.map(([, userId]) => userId)).size,
    skipped: countSkips(skipped),
  };
}

type Skips = {
  /** The end-user of each record that there still is. */
  owners: Map<string, string>;
  skipped: Map<string, SkipReason>;
};

async function skipsOf(
  transaction: Transaction,
  bulkAction: BulkAction,
  ids: string[],
): Promise<Skips> {
  if (ids.length === 0) return { owners: new Map(), skipped: new Map() };
  const { act, list } = bulkAction;
  if (act === "send-links") {
    const owned = await findOwnedDevices(transaction, ids);
    return {
      owners: new Map(owned.map(({ device, user }) => [device.id, user.id])),
      skipped: await linkSkipsOf(transaction, owned),
    };
  }
  const owners = list === "device" ? await ownersOf(transaction, ids) : undefined;
  const change = optimizationChangeOf(bulkAction);
  if (owners && change) {
    const found = await findOptimizedDevices(transaction, ids);
    return { owners, skipped: skipsBy(found, (device) => optimizationSkipOf(device, change)) };
  }
  const endUsers = await findLivingEndUsers(transaction, owners ? [...owners.values()] : ids);
  if (act === "archive" || act === "restore") {
    const skip = act === "archive" ? "alreadyArchived" : "notArchived";
    const isSkipped = (archivedAt: Date | null) => (archivedAt !== null) === (act === "archive");
    return {
      owners: new Map(endUsers.map(({ id }) => [id, id])),
      skipped: skipsBy(endUsers, ({ archivedAt }) => (isSkipped(archivedAt) ? skip : undefined)),
    };
  }
  const living = new Set(endUsers.map(({ id }) => id));
  const records = owners ?? new Map(ids.map((id) => [id, id]));
  const tagged = await taggedAmong(transaction, bulkAction, [...living]);
  const isAdding = act === "add-tag" || act === "tag-owners";
  const existing = [...records].filter(([, userId]) => living.has(userId));
  return {
    owners: new Map(existing),
    skipped: skipsBy(
      existing.map(([id, userId]) => ({ id, userId })),
      ({ userId }) =>
        tagged.has(userId) === isAdding ? (isAdding ? "alreadyTagged" : "notTagged") : undefined,
    ),
  };
}

function skipsBy<Row extends { id: string }>(
  rows: Row[],
  reasonOf: (row: Row) => SkipReason | undefined,
): Map<string, SkipReason> {
  const skipped = new Map<string, SkipReason>();
  for (const row of rows) {
    const reason = reasonOf(row);
    if (reason) skipped.set(row.id, reason);
  }
  return skipped;
}

async function ownersOf(transaction: Transaction, ids: string[]): Promise<Map<string, string>> {
  const rows = await transaction
    .select({ id: devices.id, userId: devices.userId })
    .from(devices)
    .where(and(inArray(devices.id, ids), isNull(devices.deletedAt)));
  return new Map(rows.map(({ id, userId }) => [id, userId]));
}

async function taggedAmong(
  transaction: Transaction,
  { tagName }: BulkAction,
  userIds: string[],
): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await transaction
    .select({ userId: endUserTags.userId })
    .from(endUserTags)
    .innerJoin(tags, eq(tags.id, endUserTags.tagId))
    .where(
      and(
        isNamed(assertPresent(tagName, "The tag to give or take")),
        inArray(endUserTags.userId, userIds),
      ),
    );
  return new Set(rows.map(({ userId }) => userId));
}
