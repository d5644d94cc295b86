import "server-only";
import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { defineCommand } from "../access/use-case";
import { now } from "../clock";
import { personName } from "../people/person-name";
import { setArchivedInput } from "./end-user-schema";
import { findEndUser } from "./find-end-user";

/**
 * Takes an end-user out of the way, or back. Nothing of theirs is lost or stopped: they are left out of
 * lists and searches unless asked for. Doing it twice changes nothing.
 */
export const setEndUserArchived = defineCommand({
  name: "setEndUserArchived",
  input: setArchivedInput,
  requires: ({ input }) => [{ action: "update", resource: "end-user", ownerId: input.id }],
  async run({ input, transaction }) {
    const endUser = await findEndUser(transaction, input.id);
    if ((endUser.archivedAt !== null) === input.isArchived) {
      return { result: { id: endUser.id }, audit: [] };
    }
    await transaction
      .update(users)
      .set({ archivedAt: input.isArchived ? now() : null, version: sql`${users.version} + 1` })
      .where(eq(users.id, endUser.id));
    return {
      result: { id: endUser.id },
      audit: [
        {
          action: input.isArchived ? "end-user.archived" : "end-user.restored",
          target: { type: "end-user", id: endUser.id, name: personName(endUser) },
        },
      ],
    };
  },
});
