import "server-only";
import { handbookReadings } from "@/db/schema";
import { defineCommand } from "@/lib/define-use-case";
import { ownAccount, personOf } from "@/lib/identity/account/get-own-account";
import { findHandbookEntry } from "./find-handbook-entry";
import { handbookReference } from "./handbook-schema";

/** Records that the actor has read an entry as it stands now. Confirming again changes nothing. */
export const confirmReading = defineCommand({
  name: "confirmReading",
  input: handbookReference,
  requires: (context) => [
    { action: "read", resource: "handbook" },
    ...ownAccount("update")(context),
  ],
  async run({ actor, input, transaction }) {
    const { userId } = personOf(actor);
    const entry = await findHandbookEntry(transaction, actor, input.id);
    const inserted = await transaction
      .insert(handbookReadings)
      .values({
        organizationId: actor.organizationId,
        userId,
        entryId: entry.id,
        revision: entry.revision,
      })
      .onConflictDoNothing()
      .returning({ entryId: handbookReadings.entryId });
    if (inserted.length === 0) return { result: { id: entry.id }, audit: [] };
    return {
      result: { id: entry.id },
      audit: [
        {
          action: "handbook.read",
          target: { type: "handbook-entry", id: entry.id, name: entry.title },
          changes: { revision: { before: null, after: entry.revision } },
        },
      ],
    };
  },
});
