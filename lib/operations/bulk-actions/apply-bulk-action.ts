import "server-only";
import { and, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { devices } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import { assertPresent } from "@/lib/core/assert-present";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { archiveEndUsers } from "@/lib/customers/end-users/archive-end-user";
import { findLivingEndUsers } from "@/lib/customers/end-users/find-end-user";
import { tagEndUsers, untagEndUsers } from "@/lib/customers/tags/tag-end-users";
import { taggedEvent } from "@/lib/customers/tags/write-tags";
import { sendLinksFor } from "@/lib/devices/connections/send-links";
import { type OptimizationChange, setOptimizationOf } from "@/lib/devices/devices/set-optimization";
import type { BulkAction } from "./find-bulk-action";
import type { SkipReason } from "./skip-reasons";

/** What became of some records: those that are not there any more are in neither. */
export type Outcome = {
  changed: string[];
  skipped: ReadonlyMap<string, SkipReason>;
  audit: AuditEntry[];
};

/** How a bulk action changes the optimisation of devices; undefined where it is about something else. */
export function optimizationChangeOf({
  act,
  pauseUntil,
  undoesId,
}: BulkAction): OptimizationChange | undefined {
  if (act === "pause-optimization") return { kind: "pause", until: pauseUntil };
  if (act !== "resume-optimization") return undefined;
  return undoesId ? { kind: "undo-pause", until: pauseUntil } : { kind: "resume" };
}

/** Does what a bulk action does to some of its records. Doing it again leaves them unchanged. */
export async function carryOut(
  transaction: Transaction,
  actor: Actor,
  bulkAction: BulkAction,
  ids: string[],
): Promise<Outcome> {
  const { act, tagName, organizationId } = bulkAction;
  switch (act) {
    case "archive":
    case "restore": {
      const isArchiving = act === "archive";
      const outcome = await archiveEndUsers(transaction, ids, isArchiving);
      const reason = isArchiving ? "alreadyArchived" : "notArchived";
      return { ...outcome, skipped: skippedFor(outcome.unchanged, reason) };
    }
    case "pause-optimization":
    case "resume-optimization": {
      const change = assertPresent(optimizationChangeOf(bulkAction), "The change of optimisation");
      return setOptimizationOf(transaction, ids, change);
    }
    case "send-links":
      return sendLinksFor(transaction, actor, ids);
    case "add-tag":
    case "remove-tag": {
      const owned = ids.map((id) => ({ id, userId: id }));
      return tagAll(
        transaction,
        { organizationId, tag: assertPresent(tagName, "The tag to give or take") },
        owned,
        act === "add-tag",
      );
    }
    case "tag-owners":
    case "untag-owners": {
      const owned = await transaction
        .select({ id: devices.id, userId: devices.userId })
        .from(devices)
        .where(and(inArray(devices.id, ids), isNull(devices.deletedAt)));
      const isTagged = act === "tag-owners";
      return tagAll(
        transaction,
        { organizationId, tag: assertPresent(tagName, "The tag to give or take") },
        owned,
        isTagged,
      );
    }
  }
}

const skippedFor = (ids: string[], reason: SkipReason) =>
  new Map(ids.map((id) => [id, reason] as const));

/**
 * Gives the end-users of some records a tag, or takes it from them.
 * @param records each with its end-user: themselves, or their devices
 */
async function tagAll(
  transaction: Transaction,
  tag: { organizationId: string; tag: string },
  records: { id: string; userId: string }[],
  isTagged: boolean,
): Promise<Outcome> {
  const ids = [...new Set(records.map(({ userId }) => userId))];
  const endUsers =
    ids.length > 0 ? await findLivingEndUsers(transaction, ids).for("no key update") : [];
  if (endUsers.length === 0) return { changed: [], skipped: new Map(), audit: [] };
  const tagging = { ...tag, userIds: endUsers.map(({ id }) => id) };
  const changed = new Set(await (isTagged ? tagEndUsers : untagEndUsers)(transaction, tagging));
  const living = new Set(tagging.userIds);
  const isOf = (some: Set<string>) => records.filter(({ userId }) => some.has(userId));
  return {
    changed: isOf(changed).map(({ id }) => id),
    skipped: skippedFor(
      isOf(living)
        .filter(({ userId }) => !changed.has(userId))
        .map(({ id }) => id),
      isTagged ? "alreadyTagged" : "notTagged",
    ),
    audit: endUsers
      .filter(({ id }) => changed.has(id))
      .map((endUser) => taggedEvent(endUser, tag.tag, isTagged)),
  };
}
