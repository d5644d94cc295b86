import "server-only";
import { and, eq, gte, inArray, lt, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { apiClients, departures, roleAssignments, users } from "@/db/schema";
import { endOfDay, startOfDay } from "@/lib/core/calendar-day";
import type { Direction } from "@/lib/core/lists/keyset";
import { newestFirst } from "@/lib/core/lists/newest-first";
import { getOrganization } from "@/lib/core/organizations/organization-row";
import { personName } from "@/lib/core/people/person-name";
import { searchMembers } from "@/lib/core/people/search-members";
import type { MemberRole } from "../members/team-schema";
import type { RoleHistoryFilters } from "./role-history-schema";

type Place = { cursor?: string | undefined; size: number; direction?: Direction | undefined };

/** A role that somebody was given, or their removal from the team. */
export type RoleChange = {
  id: string;
  userId: string;
  memberName: string;
  memberEmail: string | null;
  status: "invited" | "active" | "suspended" | "former";
  role: MemberRole | null;
  /** Undefined where the table of removals says it: the role that ended. */
  roleBefore?: MemberRole | null;
  reason: string;
  /** Null where nobody is recorded. */
  decidedBy: string | null;
  createdAt: Date;
};

type Period = { since: SQL | undefined; before: SQL | undefined };

/**
 * Reads one page of role assignments and removals from the team, merged by time.
 * @returns the page and the people that the search for a person found
 */
export async function findRoleChanges(
  transaction: Transaction,
  filters: RoleHistoryFilters,
  place: Place,
) {
  const people = await searchMembers(transaction, filters.person);
  const ids = people?.map(({ id }) => id);
  const period = await periodOf(transaction, filters);
  const found =
    ids?.length === 0
      ? []
      : [
          ...(await findAssignments(transaction, filters, place, period, ids)),
          ...(await findRemovals(transaction, filters, place, period, ids)),
        ];
  const { isAscending, toPage } = newestFirst(roleAssignments, place);
  const sign = isAscending ? 1 : -1;
  const merged = found.sort(
    (one, other) =>
      sign * (one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1)),
  );
  return { page: toPage(merged.slice(0, place.size + 1), place.size), people };
}

/** Days are days in the organization's time zone. */
async function periodOf(
  transaction: Transaction,
  { from, until }: RoleHistoryFilters,
): Promise<Period> {
  const { timeZone } = await getOrganization(transaction);
  const at = (moment: string) => sql`${moment}::timestamptz`;
  return {
    since: from ? at(startOfDay(from, timeZone)) : undefined,
    before: until ? at(endOfDay(until, timeZone)) : undefined,
  };
}

const members = alias(users, "members");
const deciders = alias(users, "deciders");

// The id comes first: drizzle takes a joined person whose first column is null for none.
const nameOf = (table: typeof members | typeof deciders) => ({
  id: table.id,
  companyName: table.companyName,
  firstName: table.firstName,
  lastName: table.lastName,
  email: table.email,
});

async function findAssignments(
  transaction: Transaction,
  filters: RoleHistoryFilters,
  place: Place,
  period: Period,
  ids: string[] | undefined,
): Promise<RoleChange[]> {
  if (filters.role === "none") return [];
  const rows = await assignmentsStatement(transaction, filters, place, period, ids);
  return rows.map(({ member, decider, clientName, ...row }) => ({
    ...row,
    role: row.role === "admin" ? "admin" : "staff",
    memberName: personName(member),
    memberEmail: member.email,
    status: statusOf(member),
    decidedBy: decider ? personName(decider) : clientName,
  }));
}

/** The statement of a page of role assignments. */
export function assignmentsStatement(
  transaction: Transaction,
  { role, scope }: Pick<RoleHistoryFilters, "role" | "scope">,
  place: Place,
  { since, before }: Period,
  ids: string[] | undefined,
) {
  const assignedRole = role === "none" ? undefined : role;
  const { where, orderBy } = newestFirst(roleAssignments, place);
  const isSince = scope === "held" ? isHeldAt(transaction, since) : [startsAt(since)];
  return transaction
    .select({
      id: roleAssignments.id,
      userId: roleAssignments.userId,
      role: roleAssignments.role,
      reason: roleAssignments.reason,
      createdAt: roleAssignments.createdAt,
      member: { ...nameOf(members), status: members.status, deletedAt: members.deletedAt },
      decider: nameOf(deciders),
      clientName: apiClients.name,
    })
    .from(roleAssignments)
    .innerJoin(members, isUser(members, roleAssignments.userId))
    .leftJoin(deciders, isUser(deciders, roleAssignments.assignedBy))
    .leftJoin(
      apiClients,
      and(
        eq(apiClients.organizationId, roleAssignments.organizationId),
        eq(apiClients.id, roleAssignments.assignedBy),
      ),
    )
    .where(
      and(
        assignedRole ? eq(roleAssignments.role, assignedRole) : undefined,
        ids ? inArray(roleAssignments.userId, ids) : undefined,
        ...isSince,
        before ? lt(roleAssignments.createdAt, before) : undefined,
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(place.size + 1);
}

const isUser = (
  table: typeof members | typeof deciders,
  id: typeof roleAssignments.userId | typeof roleAssignments.assignedBy,
) => and(eq(table.organizationId, roleAssignments.organizationId), eq(table.id, id));

const startsAt = (since: SQL | undefined) =>
  since ? gte(roleAssignments.createdAt, since) : undefined;

/** Whether a role was held on or after a moment: no later change of the person is before it. */
function isHeldAt(transaction: Transaction, since: SQL | undefined): SQL[] {
  if (!since) return [];
  const later = alias(roleAssignments, "later");
  return [
    notExists(
      transaction
        .select({ one: sql`1` })
        .from(later)
        .where(
          and(
            eq(later.organizationId, roleAssignments.organizationId),
            eq(later.userId, roleAssignments.userId),
            sql`(${later.createdAt}, ${later.id}) > (${roleAssignments.createdAt}, ${roleAssignments.id})`,
            lt(later.createdAt, since),
          ),
        ),
    ),
    notExists(
      transaction
        .select({ one: sql`1` })
        .from(departures)
        .where(
          and(
            eq(departures.organizationId, roleAssignments.organizationId),
            eq(departures.userId, roleAssignments.userId),
            lt(departures.createdAt, since),
          ),
        ),
    ),
  ];
}

async function findRemovals(
  transaction: Transaction,
  { role, scope }: RoleHistoryFilters,
  place: Place,
  { since, before }: Period,
  ids: string[] | undefined,
): Promise<RoleChange[]> {
  if (scope === "held" || (role && role !== "none")) return [];
  const { where, orderBy } = newestFirst(departures, place);
  const rows = await transaction
    .select({
      id: departures.id,
      userId: departures.userId,
      memberName: departures.memberName,
      memberEmail: departures.memberEmail,
      role: departures.role,
      reason: departures.reason,
      decidedBy: departures.decidedByName,
      createdAt: departures.createdAt,
    })
    .from(departures)
    .where(
      and(
        ids ? inArray(departures.userId, ids) : undefined,
        since ? gte(departures.createdAt, since) : undefined,
        before ? lt(departures.createdAt, before) : undefined,
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(place.size + 1);
  return rows.map(({ role: roleBefore, ...row }) => ({
    ...row,
    role: null,
    roleBefore,
    status: "former",
  }));
}

function statusOf(member: { status: string; deletedAt: Date | null }): RoleChange["status"] {
  if (member.deletedAt) return "former";
  return member.status === "invited" || member.status === "suspended" ? member.status : "active";
}
