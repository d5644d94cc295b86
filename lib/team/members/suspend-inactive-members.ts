import "server-only";
import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { endSessions } from "@/lib/identity/auth/end-sessions";
import { recordReviewDecision } from "../access-reviews/record-review-decision";
import { isNotLastActiveAdmin } from "./last-admin";

const day = 86_400_000;

/**
 * Suspends members whom nobody has seen for as long as the organization's rule says. One at a time, so
 * that the last admin always stays.
 */
export const suspendInactiveMembers = defineCommand({
  name: "suspendInactiveMembers",
  input: z.object({}),
  locksOrganization: true,
  requires: { action: "update", resource: "maintenance" },
  async run({ actor, transaction }) {
    const organization = await getOrganization(transaction);
    const days = organization.suspendInactiveDays;
    if (!days) return { result: { suspended: 0 }, audit: [] };
    const since = new Date(now().getTime() - days * day);
    const isInactive = and(
      inArray(users.role, ["admin", "staff"]),
      eq(users.status, "active"),
      isNull(users.deletedAt),
      lt(sql`coalesce(${users.lastSeenAt}, ${users.createdAt})`, since.toISOString()),
    );
    const inactive = await transaction.select().from(users).where(isInactive);
    const audit: AuditEntry[] = [];
    for (const member of inactive) {
      const suspended = await transaction
        .update(users)
        .set({ status: "suspended" })
        .where(and(eq(users.id, member.id), isNotLastActiveAdmin()))
        .returning({ id: users.id });
      if (suspended.length === 0) continue;
      await endSessions(transaction, member.id, "suspended");
      await recordReviewDecision(transaction, actor, member.id, "suspended", null);
      audit.push({
        action: "member.suspended",
        target: { type: "user", id: member.id, name: personName(member) },
        changes: {
          status: { before: "active", after: "suspended" },
          inactiveDays: { before: null, after: days },
        },
      });
    }
    return { result: { suspended: audit.length }, audit };
  },
});
