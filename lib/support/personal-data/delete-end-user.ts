import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { sessions, users } from "@/db/schema";
import { markDeleted } from "@/lib/core/records/mark-deleted";
import { deleteEndUserInput } from "@/lib/customers/end-users/end-user-schema";
import { endUserTarget } from "@/lib/customers/end-users/find-end-user";
import { defineCommand } from "@/lib/define-use-case";
import { deleteBelongings, findConfirmedEndUser } from "./remove-end-user";

/**
 * Deletes an end-user with buildings, contracts and devices, and ends their sessions.
 * @throws Invalid when the typed confirmation is not the end-user's address
 * @throws VersionConflict when it is not the version that was named
 */
export const deleteEndUser = defineCommand({
  name: "deleteEndUser",
  input: deleteEndUserInput,
  requires: ({ input }) => [{ action: "delete", resource: "end-user", ownerId: input.id }],
  async run({ input, transaction }) {
    const endUser = await findConfirmedEndUser(transaction, input);
    const deletedAt = await markDeleted(transaction, users, endUser, input.version);
    await deleteBelongings(transaction, endUser.id, deletedAt);
    await transaction
      .update(sessions)
      .set({ revokedAt: deletedAt, revokedReason: "removed" })
      .where(and(eq(sessions.userId, endUser.id), isNull(sessions.revokedAt)));
    return {
      result: { id: endUser.id },
      audit: [
        {
          action: "end-user.deleted",
          target: endUserTarget(endUser),
        },
      ],
    };
  },
});
