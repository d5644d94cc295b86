import "server-only";
import { and, eq, inArray, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { accountStatuses, users } from "@/db/schema";
import { now } from "@/lib/core/clock";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { type Direction, keyset } from "@/lib/core/lists/keyset";
import { listInput } from "@/lib/core/lists/list-input";
import { matchingWords } from "@/lib/core/lists/matching-words";
import { accountOf, nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { z } from "@/lib/core/validation/problems";
import { defineQuery } from "@/lib/define-use-case";
import { readOnboarding } from "../onboarding/read-onboarding";
import { hasAccessEnded } from "./has-access-ended";
import { latestInvitations } from "./latest-invitations";
import { memberRoles } from "./team-schema";

export const memberSorts = ["name", "email", "created"] as const;

export const listTeamMembersInput = z.object({
  ...listInput,
  sort: z.enum(memberSorts).default("name"),
  role: z.enum(memberRoles).optional(),
  status: z.enum(accountStatuses).optional(),
  /** Active members who were not seen for this many days. */
  inactive: z.enum(["30", "60", "90"]).optional(),
  access: z.enum(["lasting", "temporary"]).optional(),
});

const sorts = {
  name: { expression: users.sortName, type: "text", usual: "asc" },
  email: { expression: users.emailNormalized, type: "text", usual: "asc" },
  created: { expression: users.createdAt, type: "timestamptz", usual: "desc" },
} as const;

/** The direction a list takes when its address names none. */
export function defaultMemberSortDirection(
  sort: z.output<typeof listTeamMembersInput>["sort"],
): Direction {
  return sorts[sort].usual;
}

/** A page of the team: role, state, last seen, and where each invitation stands. */
export const listTeamMembers = defineQuery({
  name: "listTeamMembers",
  input: listTeamMembersInput,
  requires: () => [
    { action: "read", resource: "staff" },
    { action: "read", resource: "admin" },
  ],
  async run({ input, transaction }) {
    const sort = sorts[input.sort];
    const { where, orderBy, toPage } = keyset(
      { ...sort, direction: input.direction ?? sort.usual },
      users.id,
      input.cursor,
    );
    const conditions: (SQL | undefined)[] = [
      inArray(users.role, input.role ? [input.role] : [...memberRoles]),
      isNull(users.deletedAt),
      input.status ? eq(users.status, input.status) : undefined,
      input.inactive
        ? and(
            eq(users.status, "active"),
            lt(
              sql`coalesce(${users.lastSeenAt}, ${users.createdAt})`,
              new Date(now().getTime() - Number(input.inactive) * 86_400_000).toISOString(),
            ),
          )
        : undefined,
      input.access === "lasting" ? isNull(users.accessEndsAt) : undefined,
      input.access === "temporary" ? isNotNull(users.accessEndsAt) : undefined,
      ...matchingWords(users.searchText, input.search),
    ];
    const found = await transaction
      .select({
        id: users.id,
        ...nameColumns,
        role: users.role,
        status: users.status,
        externalUserId: users.externalUserId,
        lastSeenAt: users.lastSeenAt,
        createdAt: users.createdAt,
        accessEndsAt: users.accessEndsAt,
        sortValue: sql<string>`${sort.expression}`.mapWith(String),
      })
      .from(users)
      .where(and(...conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(found, input.size, ({ id, createdAt, sortValue }) => ({
      id,
      sortValue: input.sort === "created" ? createdAt : sortValue,
    }));
    const invitationOf = await latestInvitations(
      transaction,
      page.rows.map((row) => row.id),
    );
    const onboardingOf = await readOnboarding(
      transaction,
      page.rows.map((row) => row.id),
    );
    return {
      ...page,
      rows: page.rows.map(accountOf).map((row) => ({
        id: row.id,
        name: personName(row),
        email: row.email,
        role: row.role === "admin" ? ("admin" as const) : ("staff" as const),
        status: row.status,
        externalUserId: row.externalUserId,
        lastSeenAt: row.lastSeenAt,
        accessEndsAt: row.accessEndsAt,
        hasAccessEnded: hasAccessEnded(row),
        invitation: invitationOf.get(row.id),
        onboarding: onboardingOf.get(row.id) ?? [],
      })),
      total: await countUpToLimit(transaction, users, and(...conditions)),
    };
  },
});
