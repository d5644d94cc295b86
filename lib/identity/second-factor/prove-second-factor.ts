import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { sessions, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { Conflict, Invalid } from "@/lib/core/errors";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { acceptCode } from "./accept-code";
import { beginProof } from "./passkey-ceremony";
import { proveSecondFactorInput } from "./second-factor-schema";

/** How long somebody may take between password and second factor. */
const minutes = 10;

const awaitingSession = (sessionId: string, userId: string) =>
  and(
    eq(sessions.id, sessionId),
    eq(sessions.userId, userId),
    eq(sessions.awaitsSecondFactor, true),
    isNull(sessions.revokedAt),
    gt(sessions.createdAt, sql`now() - make_interval(mins => ${minutes})`),
  );

/**
 * The second half of a login: a code opens the session that the password began.
 * @throws Invalid when the code is wrong or was used
 * @throws Conflict `secondFactorTooLate` when the password lies too far back
 */
export const proveSecondFactor = defineCommand({
  name: "proveSecondFactor",
  input: proveSecondFactorInput.extend({ sessionId: z.uuid(), userId: z.uuid() }),
  requires: { action: "update", resource: "authentication" },
  async run({ input, transaction }) {
    const waiting = awaitingSession(input.sessionId, input.userId);
    const [session] = await transaction.select().from(sessions).where(waiting);
    const [person] = await transaction.select().from(users).where(eq(users.id, input.userId));
    if (!session || !person) throw new Conflict("secondFactorTooLate");
    const accepted = await acceptCode(transaction, person.id, session.id, input.code);
    if (!accepted) throw new Invalid({ code: "secondFactorCode" });
    await transaction
      .update(sessions)
      .set({ awaitsSecondFactor: false, provenAt: now() })
      .where(waiting);
    const name = personName(person);
    return {
      result: { role: person.role },
      audit: [
        {
          action: "session.started",
          actor: { id: person.id, name, kind: person.role === "user" ? "end-user" : "member" },
          target: { type: "session", id: session.id, name },
          changes: { secondFactor: { before: null, after: accepted.kind } },
        },
      ],
    };
  },
});

/**
 * Opens the proof by passkey at login.
 * @returns what the browser's authenticator needs, as JSON
 * @throws Conflict `secondFactorTooLate`, or `noPasskey`
 */
export const offerPasskeyLogIn = defineCommand({
  name: "offerPasskeyLogIn",
  input: z.object({ sessionId: z.uuid(), userId: z.uuid() }),
  requires: { action: "update", resource: "authentication" },
  async run({ input, transaction }) {
    const [session] = await transaction
      .select({ id: sessions.id })
      .from(sessions)
      .where(awaitingSession(input.sessionId, input.userId));
    if (!session) throw new Conflict("secondFactorTooLate");
    const options = await beginProof(transaction, input.userId, session.id);
    if (!options) throw new Conflict("noPasskey");
    return { result: { options }, audit: [] };
  },
});
