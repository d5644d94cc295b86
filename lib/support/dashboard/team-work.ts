import "server-only";
import { and, count, desc, eq, gte, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import {
  accessReviews,
  auditEvents,
  bulkActions,
  imports,
  invitations,
  securityFindings,
  users,
} from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { now } from "@/lib/core/clock";
import { countLimit } from "@/lib/core/lists/keyset";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";

const shown = 5;

/** Of a member's events of a week, at most so many are counted. */
const maxEvents = 1000;

/**
 * The members seen last; viewers with the right to read the log see how much they did within a week.
 */
export async function readTeamActivity(transaction: Transaction, actor: Actor) {
  const members = await transaction
    .select({
      id: users.id,
      ...nameColumns,
      lastSeenAt: users.lastSeenAt,
    })
    .from(users)
    .where(
      and(
        inArray(users.role, ["admin", "staff"]),
        eq(users.status, "active"),
        isNull(users.deletedAt),
        isNotNull(users.lastSeenAt),
      ),
    )
    .orderBy(desc(users.lastSeenAt))
    .limit(shown);
  const counts = may(actor, "read", "audit-log")
    ? await countEvents(
        transaction,
        members.map(({ id }) => id),
      )
    : undefined;
  return members.map((member) => ({
    id: member.id,
    name: personName(member),
    lastSeenAt: member.lastSeenAt,
    events: counts && (counts.get(member.id) ?? 0),
  }));
}

async function countEvents(transaction: Transaction, ids: string[]): Promise<Map<string, number>> {
  const since = DateTime.fromJSDate(now()).minus({ days: 7 }).toJSDate();
  const counts = new Map<string, number>();
  for (const id of ids) {
    const events = transaction
      .select({ id: auditEvents.id })
      .from(auditEvents)
      .where(and(eq(auditEvents.actorId, id), gte(auditEvents.createdAt, since)))
      .limit(maxEvents)
      .as("events");
    const [row] = await transaction.select({ count: count() }).from(events);
    counts.set(id, row?.count ?? 0);
  }
  return counts;
}

export type PendingWork = {
  kind: "invitations" | "reviews" | "findings" | "bulkActions" | "imports";
  count: number;
};

/** What waits for somebody, as far as the viewer may see and do it; what does not wait is left out. */
export async function readPendingWork(
  transaction: Transaction,
  actor: Actor,
): Promise<PendingWork[]> {
  const work: PendingWork[] = [];
  const add = async (kind: PendingWork["kind"], counted: Promise<{ count: number }[]>) => {
    const [row] = await counted;
    if (row && row.count > 0) work.push({ kind, count: row.count });
  };
  const number = { count: sql<number>`count(*)::int` };
  if (may(actor, "create", "staff")) {
    const open = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
    await add("invitations", transaction.select(number).from(invitations).where(open));
    await add(
      "reviews",
      transaction.select(number).from(accessReviews).where(isNull(accessReviews.closedAt)),
    );
  }
  if (may(actor, "read", "security")) {
    const open = transaction
      .select({ id: securityFindings.id })
      .from(securityFindings)
      .where(isNull(securityFindings.acknowledgedAt))
      .limit(countLimit)
      .as("open");
    await add("findings", transaction.select(number).from(open));
  }
  await add(
    "bulkActions",
    transaction
      .select(number)
      .from(bulkActions)
      .where(inArray(bulkActions.state, ["running"])),
  );
  await add(
    "imports",
    transaction
      .select(number)
      .from(imports)
      .where(inArray(imports.state, ["checked"])),
  );
  return work;
}
