import "server-only";
import type { Transaction } from "@/db/client";
import type { Actor } from "../access/actor";
import type { AuditEntry } from "../audit/record-audit-events";
import { sendLinksFor } from "../connections/send-links";
import { setOptimizationOf } from "../devices/set-optimization";
import { archiveEndUsers } from "../end-users/archive-end-user";
import { findLivingEndUsers } from "../end-users/find-end-user";
import { tagEndUsers, untagEndUsers } from "../tags/tag-end-users";
import { taggedEvent } from "../tags/write-tags";
import type { BulkAction } from "./find-bulk-action";

/** What became of some records: those that are not there any more are in neither list. */
export type Outcome = { changed: string[]; unchanged: string[]; audit: AuditEntry[] };

/** Does what a bulk action does to some of its records. Doing it again leaves them unchanged. */
export async function carryOut(
  transaction: Transaction,
  actor: Actor,
  { act, tagName, organizationId }: BulkAction,
  ids: string[],
): Promise<Outcome> {
  switch (act) {
    case "archive":
    case "restore":
      return archiveEndUsers(transaction, ids, act === "archive");
    case "pause-optimization":
    case "resume-optimization":
      return setOptimizationOf(transaction, ids, act === "resume-optimization");
    case "send-links":
      return sendLinksFor(transaction, actor, ids);
    case "add-tag":
    case "remove-tag": {
      const endUsers = await findLivingEndUsers(transaction, ids).for("update");
      const tagging = {
        organizationId,
        tag: tagName ?? "",
        userIds: endUsers.map(({ id }) => id),
      };
      if (endUsers.length === 0) return { changed: [], unchanged: [], audit: [] };
      const isTagged = act === "add-tag";
      const changed = new Set(await (isTagged ? tagEndUsers : untagEndUsers)(transaction, tagging));
      return {
        changed: [...changed],
        unchanged: tagging.userIds.filter((id) => !changed.has(id)),
        audit: endUsers
          .filter(({ id }) => changed.has(id))
          .map((endUser) => taggedEvent(endUser, tagging.tag, isTagged)),
      };
    }
  }
}
