import "server-only";
import { desc } from "drizzle-orm";
import { termsVersions } from "@/db/schema";
import { actorName } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { Conflict } from "@/lib/core/errors";
import { z } from "@/lib/core/validation/problems";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { currentTerms } from "./current-terms";
import { publishTermsInput } from "./terms-schema";

/** The terms that hold, and the versions before them, the latest first. */
export const getTerms = defineQuery({
  name: "getTerms",
  input: z.object({}),
  requires: { action: "read", resource: "organization-settings" },
  async run({ transaction }) {
    const versions = await transaction
      .select()
      .from(termsVersions)
      .orderBy(desc(termsVersions.number))
      .limit(50);
    return { current: await currentTerms(transaction), versions };
  },
});

/**
 * Publishes a new version of the terms. Everybody is asked with their next click, and reaches nothing
 * but their own account until they have accepted.
 * @throws Conflict `changedMeanwhile` when another admin has published since the form was opened
 */
export const publishTerms = defineCommand({
  name: "publishTerms",
  input: publishTermsInput,
  locksOrganization: true,
  requires: { action: "update", resource: "organization-settings" },
  async run({ actor, input, transaction }) {
    const { after, ...texts } = input;
    const [latest] = await transaction
      .select({ number: termsVersions.number })
      .from(termsVersions)
      .orderBy(desc(termsVersions.number))
      .limit(1);
    if ((latest?.number ?? 0) !== after) throw new Conflict("changedMeanwhile");
    const number = after + 1;
    await transaction.insert(termsVersions).values({
      organizationId: actor.organizationId,
      number,
      ...texts,
      publishedByName: actorName(actor),
      createdAt: now(),
    });
    return {
      result: { number },
      audit: [
        {
          action: "terms.published",
          target: { type: "terms", name: String(number) },
          reason: texts.summary,
        },
      ],
    };
  },
});
