import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNull, sql } from "drizzle-orm";
import { passwordResets, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { personName } from "@/lib/core/people/person-name";
import { parseInput } from "@/lib/core/validation/parse-input";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { anonymousActor, type Defer, runNow } from "./log-in";
import { findLogInCandidates } from "./log-in-candidates";
import type { LoginContext } from "./login-context";
import { requestPasswordResetInput } from "./password-reset-schema";
import { consumeLimits } from "./rate-limits";
import { createTenantToken } from "./tenant-token";

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
  async run({ actor, input, transaction }) {
    const [person] = await transaction.select().from(users).where(eq(users.id, input.userId));
    if (!person) throw new Error("The account is gone.");
    const { token, tokenHash } = createTenantToken(actor.organizationId);
    await transaction
      .update(passwordResets)
      .set({ revokedAt: now() })
      .where(
        and(
          eq(passwordResets.userId, person.id),
          isNull(passwordResets.usedAt),
          isNull(passwordResets.revokedAt),
        ),
      );
    await transaction.insert(passwordResets).values({
      organizationId: actor.organizationId,
      userId: person.id,
      tokenHash,
      expiresAt: sql`now() + make_interval(mins => ${passwordResetMinutes})`,
    });
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
