import "server-only";
import { eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { auditEvents } from "@/db/schema";
import { endOfDay, startOfDay } from "@/lib/core/calendar-day";
import { countLimit } from "@/lib/core/lists/keyset";
import { searchPatterns } from "@/lib/core/lists/search-words";
import type { AuditFilters } from "./audit-filter-schema";
import { actorKindsOf } from "./sources";

/** The conditions of a filtered audit log. @param timeZone the organization's, whose days the filters name */
export function auditConditions(filters: AuditFilters, timeZone: string): (SQL | undefined)[] {
  const patterns = searchPatterns(filters.search);
  return [
    filters.action ? eq(auditEvents.action, filters.action) : undefined,
    filters.source ? inArray(auditEvents.actorKind, actorKindsOf[filters.source]) : undefined,
    filters.actorId ? eq(auditEvents.actorId, filters.actorId) : undefined,
    filters.targetId ? eq(auditEvents.targetId, filters.targetId) : undefined,
    filters.from
      ? gte(auditEvents.createdAt, sql`${startOfDay(filters.from, timeZone)}::timestamptz`)
      : undefined,
    filters.until
      ? lt(auditEvents.createdAt, sql`${endOfDay(filters.until, timeZone)}::timestamptz`)
      : undefined,
    patterns.length > 0
      ? inArray(
          auditEvents.id,
          sql`(select search_audit_events(${sql.param(patterns)}::text[], ${countLimit + 1}))`,
        )
      : undefined,
  ];
}
