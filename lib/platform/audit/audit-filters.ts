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
    filters.action ? eq(auditEvents.action, filters.action) : undefined,
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
