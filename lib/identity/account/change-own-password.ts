import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { Invalid } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { announcePasswordChange } from "../auth/announce-password-change";
import { endSessions } from "../auth/end-sessions";
import { setPassword } from "../auth/set-password";
import { isPassword } from "../second-factor/step-up";
import { changePasswordInput } from "./account-schema";
import { ownAccount, personOf } from "./get-own-account";

/**
 * Changes the viewer's password, ends their other sessions, and tells them by mail.
 * @throws Invalid when the current password is wrong or the new one too weak
 */
export const changeOwnPassword = defineCommand({
  name: "changeOwnPassword",
  input: changePasswordInput,
  requires: ownAccount("update"),
  proofOf: ({ currentPassword }) => currentPassword,
  async run({ actor, input, transaction }) {
    const { userId, sessionId, name } = personOf(actor);
    const [person] = await transaction.select().from(users).where(eq(users.id, userId));
    const isRight = await isPassword(transaction, userId, input.currentPassword);
    if (!person || !isRight) throw new Invalid({ currentPassword: "currentPassword" });
    await setPassword(transaction, person, input.password);
    const ended = await endSessions(transaction, userId, "password_changed", {
      except: sessionId,
    });
    await announcePasswordChange(transaction, person);
    return {
      result: undefined,
      audit: [
        {
          action: "password.changed",
          target: { type: "user", id: userId, name },
          changes: { otherSessions: { before: ended, after: 0 } },
        },
      ],
    };
  },
});

/** Ends all of the viewer's sessions but the one in use. */
export const endOtherSessions = defineCommand({
  name: "endOtherSessions",
  input: z.object({}),
  requires: ownAccount("update"),
  async run({ actor, transaction }) {
    const { userId, sessionId, name } = personOf(actor);
    const ended = await endSessions(transaction, userId, "ended_by_user", {
      except: sessionId,
    });
    return {
      result: { ended },
      audit: [
        {
          action: "session.ended",
          target: { type: "user", id: userId, name },
          changes: { otherSessions: { before: ended, after: 0 } },
        },
      ],
    };
  },
});

/** Ends one of the viewer's sessions. One that is not theirs, or has ended already, stays as it is. */
export const endOwnSession = defineCommand({
  name: "endOwnSession",
  input: z.object({ sessionId: z.uuid() }),
  requires: ownAccount("update"),
  async run({ actor, input, transaction }) {
    const { userId, name } = personOf(actor);
    const ended = await endSessions(transaction, userId, "ended_by_user", {
      only: input.sessionId,
    });
    if (ended === 0) return { result: undefined, audit: [] };
    return {
      result: undefined,
      audit: [{ action: "session.ended", target: { type: "session", id: input.sessionId, name } }],
    };
  },
});
