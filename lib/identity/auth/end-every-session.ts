import "server-only";
import { isNull } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";

/** Ends the open sessions of everybody in an organization, for the operator. @returns how many were ended */
export const endEverySession = defineCommand({
  name: "endEverySession",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const ended = await transaction
      .update(sessions)
      .set({ revokedAt: now(), revokedReason: "ended_by_admin" })
      .where(isNull(sessions.revokedAt))
      .returning({ id: sessions.id });
    if (ended.length === 0) return { result: { ended: 0 }, audit: [] };
    const { id, name } = await getOrganization(transaction);
    return {
      result: { ended: ended.length },
      audit: [
        {
          action: "session.ended",
          target: { type: "organization", id, name },
          changes: { openSessions: { before: ended.length, after: 0 } },
        },
      ],
    };
  },
});
