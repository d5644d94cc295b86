import "server-only";
import { desc } from "drizzle-orm";
import { auditCheckpoints, auditHeads } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { activeAdmins } from "@/lib/core/people/active-admins";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { notifyUser } from "../mail/notify-user";
import { signHead } from "./signing-key";

/**
 * Signs the present head of the audit log, keeps it, and mails it to the admins: somebody who cuts the log's
 * tail or rewrites it later contradicts what lies in their mailboxes. Nothing new, nothing sent.
 */
export const publishAuditHead = defineCommand({
  name: "publishAuditHead",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, transaction }) {
    const [head] = await transaction.select().from(auditHeads);
    const [latest] = await transaction
      .select({ sequence: auditCheckpoints.sequence })
      .from(auditCheckpoints)
      .orderBy(desc(auditCheckpoints.sequence))
      .limit(1);
    if (!head || head.sequence <= (latest?.sequence ?? 0)) return { result: undefined, audit: [] };
    await transaction.insert(auditCheckpoints).values({
      organizationId: actor.organizationId,
      sequence: head.sequence,
      hash: head.hash,
      signature: signHead(head),
      createdAt: now(),
    });
    for (const admin of await activeAdmins(transaction)) {
      await notifyUser(transaction, admin, {
        template: "audit-head",
        parameters: { sequence: head.sequence, hash: head.hash.toString("hex") },
      });
    }
    return { result: { sequence: head.sequence }, audit: [] };
  },
});
