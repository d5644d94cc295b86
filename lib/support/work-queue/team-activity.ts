import "server-only";
import { and, count, desc, eq, gte, inArray, isNotNull, isNull } from "drizzle-orm";
import { DateTime } from "luxon";
import type { Transaction } from "@/db/client";
import { auditEvents, users } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { now } from "@/lib/core/clock";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";

const MAX_SHOWN = 5;

/** Of a member's events of a week, this many are counted at most. */
const MAX_EVENTS = 1000;

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
    .limit(MAX_SHOWN);
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
      .limit(MAX_EVENTS)
      .as("events");
    const [row] = await transaction.select({ count: count() }).from(events);
    counts.set(id, row?.count ?? 0);
  }
  return counts;
}
