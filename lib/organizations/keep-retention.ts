import "server-only";
import { and, inArray, lt, notInArray, sql } from "drizzle-orm";
import { organizations, outgoingMails } from "@/db/schema";
import type { System } from "../access/actor";
import { defineCommand } from "../access/use-case";
import { keepApiAccess } from "../api-credentials/api-calls";
import { now } from "../clock";
import { NotFound } from "../errors";
import { dropUnusedWords } from "../lists/drop-unused-words";
import { z } from "../validation/problems";

/** So much goes in one transaction, so that none runs long. */
const batch = 5000;

/** Takes away what has outlived the organization's own rules: details of audit events, sent mails; and what
 * the API needs no more. */
export async function keepRetention(actor: System): Promise<void> {
  while ((await eraseOutlivedDetails(actor, {})).erased === batch);
  while ((await deleteOutlivedMails(actor, {})).deleted === batch);
  while ((await keepApiAccess(actor, {})).isMore);
  await forgetUnusedWords(actor, {});
}

/** Forgets words of end-users who were renamed or deleted, which a search would go on suggesting. */
export const forgetUnusedWords = defineCommand({
  name: "forgetUnusedWords",
  input: z.object({}),
  requires: { action: "update", resource: "housekeeping" },
  async run({ transaction }) {
    await dropUnusedWords(transaction);
    return { result: undefined, audit: [] };
  },
});

/** Erases names, values and addresses of old audit events. The events and their chain stay. */
export const eraseOutlivedDetails = defineCommand({
  name: "eraseOutlivedDetails",
  input: z.object({}),
  requires: { action: "update", resource: "housekeeping" },
  async run({ actor, transaction }) {
    const [row] = await transaction.execute<{ erased: number }>(
      sql`select erase_outlived_audit_details(${batch}) as erased`,
    );
    const erased = row?.erased ?? 0;
    if (erased === 0) return { result: { erased }, audit: [] };
    return {
      result: { erased },
      audit: [
        {
          action: "audit-log.details-erased",
          target: { type: "organization", id: actor.organizationId },
          changes: { events: { before: null, after: erased } },
        },
      ],
    };
  },
});

/** Deletes old mails whose fate is known. */
export const deleteOutlivedMails = defineCommand({
  name: "deleteOutlivedMails",
  input: z.object({}),
  requires: { action: "update", resource: "housekeeping" },
  async run({ transaction }) {
    const [organization] = await transaction.select().from(organizations);
    if (!organization) throw new NotFound();
    const before = new Date(now().getTime() - organization.retainMailDays * 86_400_000);
    const outlived = transaction
      .select({ id: outgoingMails.id })
      .from(outgoingMails)
      .where(and(lt(outgoingMails.createdAt, before), notInArray(outgoingMails.state, ["queued"])))
      .limit(batch);
    const deleted = await transaction
      .delete(outgoingMails)
      .where(inArray(outgoingMails.id, outlived))
      .returning({ id: outgoingMails.id });
    return { result: { deleted: deleted.length }, audit: [] };
  },
});
