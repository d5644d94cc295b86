import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { buildings, devices, energyContracts, sessions, users } from "@/db/schema";
import { defineCommand } from "../access/use-case";
import { Invalid } from "../errors";
import { personName } from "../people/person-name";
import { deleteEndUserInput } from "./end-user-schema";
import { findEndUser } from "./find-end-user";

/**
 * Deletes an end-user with buildings, contracts and devices, and ends their sessions.
 * @throws Invalid when the typed confirmation is not the end-user's address
 */
export const deleteEndUser = defineCommand({
  name: "deleteEndUser",
  input: deleteEndUserInput,
  requires: ({ input }) => [{ action: "delete", resource: "end-user", ownerId: input.id }],
  async run({ input, transaction }) {
    const endUser = await findEndUser(transaction, input.id);
    if (input.confirmation.toLowerCase() !== endUser.email.toLowerCase()) {
      throw new Invalid({ confirmation: "confirmation" });
    }
    const deletedAt = new Date();
    await transaction.update(users).set({ deletedAt }).where(eq(users.id, endUser.id));
    for (const owned of [buildings, energyContracts, devices] as const) {
      await transaction
        .update(owned)
        .set({ deletedAt })
        .where(and(eq(owned.userId, endUser.id), isNull(owned.deletedAt)));
    }
    await transaction
      .update(sessions)
      .set({ revokedAt: deletedAt, revokedReason: "removed" })
      .where(and(eq(sessions.userId, endUser.id), isNull(sessions.revokedAt)));
    return {
      result: { id: endUser.id },
      audit: [
        {
          action: "end-user.deleted",
          target: { type: "end-user", id: endUser.id, name: personName(endUser) },
        },
      ],
    };
  },
});
