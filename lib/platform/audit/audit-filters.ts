import "server-only";
import { eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema";
import { endOfDay, startOfDay } from "@/lib/core/calendar-day";
import { countLimit } from "@/lib/core/lists/keyset";
import { searchPatterns } from "@/lib/core/lists/search-words";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import type { AuditFilters } from "./audit-filter-schema";
import { actorKindsOf } from "./sources";

/** The conditions of a filtered audit log. Days are days in the organization's time zone. */
export async function auditConditions(
  transaction: Transaction,
  filters: AuditFilters,
): Promise<(SQL | undefined)[]> {
  const patterns = searchPatterns(filters.search).map((spellings) => spellings.join("\n"));
  return [
    filters.action?.length ? inArray(auditEvents.action, filters.action) : undefined,
    filters.source ? inArray(auditEvents.actorKind, actorKindsOf[filters.source]) : undefined,
    filters.actorId ? eq(auditEvents.actorId, filters.actorId) : undefined,
    filters.targetId ? eq(auditEvents.targetId, filters.targetId) : undefined,
    ...(await dayConditions(transaction, filters)),
    patterns.length > 0
      ? inArray(
          auditEvents.id,
          sql`(select search_audit_events(${sql.param(patterns)}::text[], ${countLimit + 1}))`,
        )
      : undefined,
  ];
}

/**
 * The conditions under which events are of a person: that they did it, that it concerns them, or each of the two, which
 * are read apart, since no index serves both at once.
 * @param people ids; undefined where nobody was searched for
 */
export function personConditions(
  people: string[] | undefined,
  { personAs }: AuditFilters,
): (SQL | undefined)[] {
  if (people === undefined) return [undefined];
  if (people.length === 0) return [];
  return [
    ...(personAs === "concerned" ? [] : [inArray(auditEvents.actorId, people)]),
    ...(personAs === "actor" ? [] : [inArray(auditEvents.targetId, people)]),
  ];
}

async function dayConditions(
  transaction: Transaction,
  { from, until }: AuditFilters,
): Promise<(SQL | undefined)[]> {
  if (!from && !until) return [];
  const { timeZone } = await getOrganization(transaction);
  const at = (moment: string) => sql`${moment}::timestamptz`;
  return [
    from ? gte(auditEvents.createdAt, at(startOfDay(from, timeZone))) : undefined,
    until ? lt(auditEvents.createdAt, at(endOfDay(until, timeZone))) : undefined,
  ];
}
