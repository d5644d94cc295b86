import "server-only";
import { and, inArray, lt, notInArray } from "drizzle-orm";
import { outgoingMails } from "@/db/schema";
import type { System } from "@/lib/core/access/actor";
import { now } from "@/lib/core/clock";
import { dropUnusedWords } from "@/lib/core/lists/drop-unused-words";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { deleteExpiredApiAccess } from "@/lib/identity/api-credentials/api-calls";
import { eraseExpiredDetails, makeAuditQuarters } from "@/lib/platform/audit/audit-retention";

/** So much goes in one transaction, so that none runs long. */
const batch = 5000;

/** Deletes what is older than the organization's retention: details of audit events, sent mails; and what
 * the API needs no more. */
export async function applyRetention(actor: System): Promise<void> {
  await makeAuditQuarters(actor, {});
  while ((await eraseExpiredDetails(actor, {})).isMore);
  while ((await deleteExpiredMails(actor, {})).deleted === batch);
  while ((await deleteExpiredApiAccess(actor, {})).isMore);
  await forgetUnusedWords(actor, {});
}

/** Forgets words of end-users who were renamed or deleted, which a search would go on suggesting. */
export const forgetUnusedWords = defineCommand({
  name: "forgetUnusedWords",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    await dropUnusedWords(transaction);
    return { result: undefined, audit: [] };
  },
});

/** Deletes old mails whose fate is known. */
export const deleteExpiredMails = defineCommand({
  name: "deleteExpiredMails",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const organization = await getOrganization(transaction);
    const before = new Date(now().getTime() - organization.retainMailDays * 86_400_000);
    const expired = transaction
      .select({ id: outgoingMails.id })
      .from(outgoingMails)
      .where(and(lt(outgoingMails.createdAt, before), notInArray(outgoingMails.state, ["queued"])))
      .limit(batch);
    const deleted = await transaction
      .delete(outgoingMails)
      .where(inArray(outgoingMails.id, expired))
      .returning({ id: outgoingMails.id });
    return { result: { deleted: deleted.length }, audit: [] };
  },
});
