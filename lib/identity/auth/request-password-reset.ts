import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { personName } from "@/lib/core/people/person-name";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { anonymousActor, type Defer, runNow } from "./log-in";
import { findLogInCandidates } from "./log-in-candidates";
import type { LoginContext } from "./login-context";
import { createPasswordLink } from "./password-links";
import { requestPasswordResetInput } from "./password-reset-schema";
import { consumeLimits } from "./rate-limits";

/** The shortest time to an answer, with or without an account. */
const answerFloor = 350;
export const passwordResetMinutes = 30;

/**
 * Sends a reset link to every active account of an address. Says nothing of whether there is one: what is done only
 * then is deferred.
 * @throws RateLimited with the waiting time
 * @throws Invalid when the address is none
 */
export async function requestPasswordReset(
  input: unknown,
  loginContext: LoginContext,
  defer: Defer = runNow,
): Promise<void> {
  const { email } = parseInput(requestPasswordResetInput, input);
  const limits = [
    { limit: "reset-account", key: email.toLowerCase() },
    { limit: "reset-address", address: loginContext.clientAddress },
  ] as const;
  await consumeLimits([...limits]);
  const floor = sleep(answerFloor);
  const candidates = await findLogInCandidates(email, loginContext);
  await floor;
  await defer(async () => {
    for (const candidate of candidates.filter(({ status }) => status === "active")) {
      await issuePasswordReset(anonymousActor(candidate, loginContext), {
        userId: candidate.userId,
      });
    }
  });
}

/** Writes a reset token and its mail; earlier tokens of the person die. */
const issuePasswordReset = defineCommand({
  name: "issuePasswordReset",
  input: z.object({ userId: z.uuid() }),
  requires: { action: "create", resource: "authentication" },
  async run({ input, transaction }) {
    const [person] = await transaction.select().from(users).where(eq(users.id, input.userId));
    if (!person) throw new Error("The account is gone.");
    const token = await createPasswordLink(transaction, person, passwordResetMinutes);
    await notifyUser(transaction, person, {
      template: "password-reset",
      parameters: { minutes: passwordResetMinutes },
      linkToken: token,
    });
    return {
      result: undefined,
      audit: [
        {
          action: "password.reset-requested",
          target: { type: "user", id: person.id, name: personName(person) },
        },
      ],
    };
  },
});
