import "server-only";
import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { mapUniqueViolations } from "@/lib/core/people/map-unique-violations";
import { personName } from "@/lib/core/people/person-name";
import { defineCommand } from "@/lib/define-use-case";
import { loadMember, onMember } from "./find-member";
import { setMemberExternalIdInput } from "./team-schema";

/**
 * Sets or clears the number by which the HR system knows a member.
 * @throws Invalid when another record has it
 */
export const setMemberExternalId = defineCommand({
  name: "setMemberExternalId",
  input: setMemberExternalIdInput,
  load: loadMember,
  requires: onMember("update"),
  async run({ input, transaction, subject: member }) {
    const { externalUserId } = input;
    if (externalUserId === member.externalUserId) return { result: { id: member.id }, audit: [] };
    await mapUniqueViolations(() =>
      transaction
        .update(users)
        .set({ externalUserId, version: sql`${users.version} + 1` })
        .where(eq(users.id, member.id)),
    );
    return {
      result: { id: member.id },
      audit: [
        {
          action: "member.external-id-set",
          target: { type: "user", id: member.id, name: personName(member) },
          changes: { externalUserId: { before: member.externalUserId, after: externalUserId } },
        },
      ],
    };
  },
});
