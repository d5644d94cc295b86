import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { ownAccount, personOf } from "@/lib/identity/account/get-own-account";
import { readOnboarding } from "./read-onboarding";

/** The viewer's own way from invitation to work; undefined once it is behind them. */
export const getOwnOnboarding = defineQuery({
  name: "getOwnOnboarding",
  input: z.object({}),
  requires: ownAccount("read"),
  async run({ actor, transaction }) {
    const { userId } = personOf(actor);
    const steps = (await readOnboarding(transaction, [userId])).get(userId) ?? [];
    return steps.every((step) => step.isDone) ? undefined : steps;
  },
});

/** The last step: the member has looked around and sees what they should. */
export const confirmOwnAccess = defineCommand({
  name: "confirmOwnAccess",
  input: z.object({}),
  requires: ownAccount("update"),
  async run({ actor, transaction }) {
    const { userId, name } = personOf(actor);
    const confirmed = await transaction
      .update(users)
      .set({ accessVerifiedAt: now() })
      .where(and(eq(users.id, userId), isNull(users.accessVerifiedAt)))
      .returning({ id: users.id });
    if (confirmed.length === 0) return { result: undefined, audit: [] };
    return {
      result: undefined,
      audit: [{ action: "onboarding.access-verified", target: { type: "user", id: userId, name } }],
    };
  },
});
