import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { ownAccount, personOf } from "../account/get-own-account";
import { currentTerms, currentTermsVersion } from "./current-terms";
import { acceptTermsInput } from "./terms-schema";

/** The terms that hold for the viewer, and whether they have accepted them. */
export const getOwnTerms = defineQuery({
  name: "getOwnTerms",
  input: z.object({}),
  requires: ownAccount("read"),
  async run({ actor, transaction }) {
    const { userId } = personOf(actor);
    const [person] = await transaction.select().from(users).where(eq(users.id, userId));
    const terms = await currentTerms(transaction);
    return { ...terms, isAccepted: person?.termsVersion === terms.version };
  },
});

/**
 * Writes down that the viewer accepts the terms they have read.
 * @throws Conflict `termsChanged` when a newer version was published in between
 */
export const acceptTerms = defineCommand({
  name: "acceptTerms",
  input: acceptTermsInput,
  requires: ownAccount("update"),
  async run({ actor, input, transaction }) {
    const { userId, name } = personOf(actor);
    const version = await currentTermsVersion(transaction);
    if (input.version !== version) throw new Conflict("termsChanged");
    const [before] = await transaction
      .select({ termsVersion: users.termsVersion })
      .from(users)
      .where(eq(users.id, userId));
    if (before?.termsVersion === version) return { result: undefined, audit: [] };
    await transaction
      .update(users)
      .set({ termsVersion: version, termsAcceptedAt: now() })
      .where(eq(users.id, userId));
    return {
      result: undefined,
      audit: [
        {
          action: "terms.accepted",
          target: { type: "user", id: userId, name },
          changes: { termsVersion: { before: before?.termsVersion ?? null, after: version } },
        },
      ],
    };
  },
});
