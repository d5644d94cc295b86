import "server-only";
import { eq } from "drizzle-orm";
import { notes } from "@/db/schema";
import { actorId, actorName } from "@/lib/core/access/actor";
import { assertPresent } from "@/lib/core/assert-present";
import { now } from "@/lib/core/clock";
import { Conflict, NotFound } from "@/lib/core/errors";
import { defineCommand } from "@/lib/define-use-case";
import { endUserTarget, findEndUser } from "../end-users/find-end-user";
import { addNoteInput, referenceOfNote } from "./note-schema";

/** Writes something down about an end-user, for the team. The end-user does not see it. */
export const addNote = defineCommand({
  name: "addNote",
  input: addNoteInput,
  requires: { action: "create", resource: "note" },
  async run({ actor, input, transaction }) {
    const endUser = await findEndUser(transaction, input.userId);
    const [note] = await transaction
      .insert(notes)
      .values({
        organizationId: actor.organizationId,
        ...input,
        authorId: actorId(actor) ?? null,
        authorName: actorName(actor),
        createdAt: now(),
      })
      .returning({ id: notes.id });
    return {
      result: { id: assertPresent(note, "The inserted note").id, userId: endUser.id },
      audit: [
        {
          action: "note.added",
          target: endUserTarget(endUser),
        },
      ],
    };
  },
});

/**
 * Takes a note away: its author's own, or, for an admin, anybody's.
 * @throws Conflict `notOwnNote` for staff on another's note
 */
export const deleteNote = defineCommand({
  name: "deleteNote",
  input: referenceOfNote,
  requires: { action: "delete", resource: "note" },
  async run({ actor, input, transaction }) {
    const [note] = await transaction.select().from(notes).where(eq(notes.id, input.id));
    if (!note) throw new NotFound();
    if (actor.role === "staff" && note.authorId !== actorId(actor)) {
      throw new Conflict("notOwnNote");
    }
    await transaction.delete(notes).where(eq(notes.id, note.id));
    return {
      result: { userId: note.userId },
      audit: [
        {
          action: "note.deleted",
          target: { type: "end-user", id: note.userId },
          changes: { author: { before: note.authorName, after: null } },
        },
      ],
    };
  },
});
