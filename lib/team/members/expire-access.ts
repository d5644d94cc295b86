import "server-only";
import { and, eq, gt, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import type { AuditEntry } from "@/lib/core/audit/audit-entry";
import { now } from "@/lib/core/clock";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineCommand } from "@/lib/define-use-case";
import { endSessions } from "@/lib/identity/auth/end-sessions";
import { notifyUser } from "@/lib/platform/mail/notify-user";
import { closeOpenInvitation } from "./issue-invitation";

const day = 86_400_000;

/** Days before the end at which the member and the person who granted the access are warned. */
const warnings = [1, 7] as const;

const hasEndAhead = and(
  isNull(users.deletedAt),
  isNotNull(users.accessEndsAt),
  isNull(users.accessEndedAt),
);

/**
 * Writes down the ends of access that have come: sessions closed, an open invitation withdrawn, the
 * granter told. Access itself has ended without it, since each request looks at the clock.
 */
export const expireAccess = defineCommand({
  name: "expireAccess",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    const ended = await transaction
      .update(users)
      .set({ accessEndedAt: now() })
      .where(and(hasEndAhead, lte(users.accessEndsAt, now())))
      .returning();
    const audit: AuditEntry[] = [];
    for (const member of ended) {
      const openSessions = await endSessions(transaction, member.id, "access_ended");
      await closeOpenInvitation(transaction, member.id, "revoked");
      const granter = await findGranter(transaction, member.accessEndSetBy);
      if (granter) {
        await notifyUser(transaction, granter, {
          template: "member-access-ended",
          parameters: { memberName: personName(member) },
        });
      }
      audit.push({
        action: "member.access-ended",
        target: { type: "user", id: member.id, name: personName(member) },
        changes: { openSessions: { before: openSessions, after: 0 } },
      });
    }
    return { result: { ended: ended.length }, audit };
  },
});

/** Warns of ends of access a week and a day ahead, each once. An end set nearer warns once only. */
export const warnOfAccessEnds = defineCommand({
  name: "warnOfAccessEnds",
  input: z.object({}),
  requires: { action: "update", resource: "maintenance" },
  async run({ transaction }) {
    let warned = 0;
    for (const days of warnings) {
      const members = await transaction
        .update(users)
        .set({ accessWarnedDays: days })
        .where(
          and(
            hasEndAhead,
            eq(users.status, "active"),
            gt(users.accessEndsAt, now()),
            lte(users.accessEndsAt, new Date(now().getTime() + days * day)),
            or(isNull(users.accessWarnedDays), gt(users.accessWarnedDays, days)),
          ),
        )
        .returning();
      for (const member of members) await warn(transaction, member);
      warned += members.length;
    }
    return { result: { warned }, audit: [] };
  },
});

async function warn(transaction: Transaction, member: typeof users.$inferSelect): Promise<void> {
  const organization = await getOrganization(transaction);
  if (!organization || !member.accessEndsAt) return;
  const endsAt = member.accessEndsAt.toISOString();
  await notifyUser(transaction, member, {
    template: "access-ends-soon",
    parameters: { endsAt, timeZone: member.timeZone ?? organization.timeZone },
  });
  const granter = await findGranter(transaction, member.accessEndSetBy);
  if (!granter) return;
  await notifyUser(transaction, granter, {
    template: "member-access-ends-soon",
    parameters: {
      memberName: personName(member),
      endsAt,
      timeZone: granter.timeZone ?? organization.timeZone,
    },
  });
}

async function findGranter(transaction: Transaction, id: string | null) {
  if (!id) return undefined;
  const [granter] = await transaction
    .select()
    .from(users)
    .where(and(eq(users.id, id), eq(users.status, "active"), isNull(users.deletedAt)));
  return granter;
}
