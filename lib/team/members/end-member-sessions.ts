import "server-only";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { endSessions } from "@/lib/identity/auth/end-sessions";
import { loadMember, onMember } from "./find-member";

/** Ends one session of a member, or all of them. What has ended already stays so. */
export const endMemberSessions = defineCommand({
  name: "endMemberSessions",
  input: z.object({ id: z.uuid(), sessionId: z.uuid().optional() }),
  load: loadMember,
  requires: onMember("update"),
  async run({ input, transaction, subject: member }) {
    const ended = await endSessions(transaction, member.id, "ended_by_admin", {
      only: input.sessionId,
    });
    if (ended === 0) return { result: { id: member.id }, audit: [] };
    return {
      result: { id: member.id },
      audit: [
        {
          action: "session.ended",
          target: { type: "user", id: member.id, name: personName(member) },
          changes: { openSessions: { before: ended, after: 0 } },
        },
      ],
    };
  },
});
