import "server-only";
import { sql } from "drizzle-orm";
import { queryRows } from "@/db/query-rows";
import { auditHeads } from "@/db/schema";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";

/** How many details of a shared quarter are erased in one transaction, so that none runs long. */
const batch = 5000;

/** Makes the partitions that details of the coming quarters will need. */
export const makeAuditQuarters = defineCommand({
  name: "makeAuditQuarters",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const [row] = await queryRows<{ made: number }>(
      transaction,
      sql`select make_audit_partitions(now()) as made`,
    );
    return { result: { made: row?.made ?? 0 }, audit: [] };
  },
});

/**
 * Erases names, values and addresses of old audit events: quarters that nobody else shares as a whole, others
 * row by row. The events and their chain stay.
 */
export const eraseExpiredDetails = defineCommand({
  name: "eraseExpiredDetails",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, transaction }) {
    // Before the locks of whole tables: who writes an event takes them in this order too.
    await transaction
      .select({ sequence: auditHeads.sequence })
      .from(auditHeads)
      .for("no key update");
    const [dropped] = await queryRows<{ details: string }>(
      transaction,
      sql`select drop_outlived_audit_partitions() as details`,
    );
    const [deleted] = await queryRows<{ details: number }>(
      transaction,
      sql`select erase_outlived_audit_details(${batch}) as details`,
    );
    const single = deleted?.details ?? 0;
    const erased = Number(dropped?.details ?? 0) + single;
    const result = { erased, isMore: single === batch };
    if (erased === 0) return { result, audit: [] };
    return {
      result,
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
