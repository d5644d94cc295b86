import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { isPerson } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";

/** Ends the session the actor is using. */
export const logOut = defineCommand({
  name: "logOut",
  input: z.object({}),
  requires: ({ actor }) => [
    {
      action: "update",
      resource: "own-account",
      ownerId: isPerson(actor) ? actor.userId : undefined,
    },
  ],
  async run({ actor, transaction }) {
    if (!isPerson(actor)) throw new Error("Only a person has a session.");
    await transaction
      .update(sessions)
      .set({ revokedAt: now(), revokedReason: "logged_out" })
      .where(and(eq(sessions.id, actor.sessionId), isNull(sessions.revokedAt)));
    return {
      result: undefined,
      audit: [
        {
          action: "session.ended",
          target: { type: "session", id: actor.sessionId, name: actor.name },
        },
      ],
    };
  },
});
