import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { NotFound } from "@/lib/core/errors";
import { defineCommand } from "@/lib/define-use-case";
import { setArchivedInput } from "./end-user-schema";
import { endUserTarget, findLivingEndUsers } from "./find-end-user";

/**
 * Takes an end-user out of the way, or back. Nothing of theirs is lost or stopped: they are left out of
 * lists and searches unless asked for. Doing it twice changes nothing.
 */
export const setEndUserArchived = defineCommand({
  name: "setEndUserArchived",
  input: setArchivedInput,
  requires: ({ input }) => [{ action: "update", resource: "end-user", ownerId: input.id }],
  async run({ input, transaction }) {
    const outcome = await archiveEndUsers(transaction, [input.id], input.isArchived);
    if (outcome.changed.length + outcome.unchanged.length === 0) throw new NotFound();
    return { result: { id: input.id }, audit: outcome.audit };
  },
});

/** Archives end-users, or restores them: those of the given ones who are there. */
export async function archiveEndUsers(
  transaction: Transaction,
  ids: string[],
  isArchived: boolean,
): Promise<{ changed: string[]; unchanged: string[]; audit: AuditEntry[] }> {
  const endUsers = await findLivingEndUsers(transaction, ids).for("no key update");
  const isChanged = ({ archivedAt }: (typeof endUsers)[number]) =>
    (archivedAt !== null) !== isArchived;
  const changed = endUsers.filter(isChanged);
  if (changed.length > 0) {
    await transaction
      .update(users)
      .set({ archivedAt: isArchived ? now() : null, version: sql`${users.version} + 1` })
      .where(
        inArray(
          users.id,
          changed.map(({ id }) => id),
        ),
      );
  }
  return {
    changed: changed.map(({ id }) => id),
    unchanged: endUsers.filter((endUser) => !isChanged(endUser)).map(({ id }) => id),
    audit: changed.map((endUser) => ({
      action: isArchived ? ("end-user.archived" as const) : ("end-user.restored" as const),
      target: endUserTarget(endUser),
    })),
  };
}
