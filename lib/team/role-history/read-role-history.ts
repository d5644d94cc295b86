import "server-only";
import { asc, inArray, isNotNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { departures, invitations, roleAssignments } from "@/db/schema";
import { ownTarget } from "@/lib/core/audit/own-target";
import { EXPORT_PAGE_SIZE } from "@/lib/core/lists/exported-rows";
import { splitParameters } from "@/lib/core/lists/list-address";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import type { MemberRole } from "../members/team-schema";
import { findRoleChanges, type RoleChange } from "./find-role-changes";
import {
  exportRoleHistoryInput,
  listRoleHistoryInput,
  roleHistoryExportPageInput,
} from "./role-history-schema";

/** The role history says of people what the audit log says, and takes the same right. */
const readingHistory = { action: "read", resource: "audit-log" } as const;

export type RoleHistoryEntry = RoleChange & {
  kind: "invited" | "invitedAgain" | "changed" | "removed";
  roleBefore: MemberRole | null;
  /** When the role ended; null while it is held. */
  endedAt: Date | null;
  /** False for people who were invited and never accepted. */
  hasJoined: boolean;
};

/** A page of all roles that people of the team were given, and of removals, the newest first. */
export const listRoleHistory = defineQuery({
  name: "listRoleHistory",
  input: listRoleHistoryInput,
  requires: readingHistory,
  async run({ input, transaction }) {
    const { page, people } = await findRoleChanges(transaction, input, input);
    return { ...page, rows: await withContext(transaction, page.rows), people };
  },
});

/** Records that somebody exports the role history, and by which filters. Its pages are read afterwards. */
export const beginRoleHistoryExport = defineCommand({
  name: "beginRoleHistoryExport",
  input: exportRoleHistoryInput,
  requires: readingHistory,
  async run({ actor, input }) {
    const { filters } = splitParameters(
      Object.fromEntries(Object.entries(input).map(([name, value]) => [name, value ?? ""])),
    );
    const chosen = Object.entries(filters).filter(([, value]) => value !== "");
    return {
      result: {},
      audit: [
        {
          action: "team.exported",
          target: ownTarget(actor),
          changes: {
            list: { before: null, after: "role-history" },
            filters: {
              before: null,
              after: chosen.map(([name, value]) => `${name}: ${value}`).join(", "),
            },
          },
        },
      ],
    };
  },
});

/** One page of an export of the role history. */
export const readRoleHistoryExportPage = defineQuery({
  name: "readRoleHistoryExportPage",
  input: roleHistoryExportPageInput,
  requires: readingHistory,
  async run({ input, transaction }) {
    const { page } = await findRoleChanges(transaction, input, {
      cursor: input.cursor,
      size: EXPORT_PAGE_SIZE,
    });
    return { ...page, rows: await withContext(transaction, page.rows) };
  },
});

/** Adds to each change which role the person had before, until when they held it, and whether they ever joined. */
async function withContext(
  transaction: Transaction,
  changes: RoleChange[],
): Promise<RoleHistoryEntry[]> {
  const ids = [...new Set(changes.map(({ userId }) => userId))];
  if (ids.length === 0) return [];
  const assignments = await transaction
    .select({
      id: roleAssignments.id,
      userId: roleAssignments.userId,
      role: roleAssignments.role,
      createdAt: roleAssignments.createdAt,
    })
    .from(roleAssignments)
    .where(inArray(roleAssignments.userId, ids))
    .orderBy(asc(roleAssignments.createdAt), asc(roleAssignments.id));
  const assignmentsOf = new Map<string, typeof assignments>();
  for (const assignment of assignments) {
    const own = assignmentsOf.get(assignment.userId);
    if (own) own.push(assignment);
    else assignmentsOf.set(assignment.userId, [assignment]);
  }
  const removedAt = new Map(
    (
      await transaction
        .select({ userId: departures.userId, createdAt: departures.createdAt })
        .from(departures)
        .where(inArray(departures.userId, ids))
    ).map(({ userId, createdAt }) => [userId, createdAt]),
  );
  const invited = await transaction
    .selectDistinct({
      userId: invitations.userId,
      isAccepted: isNotNull(invitations.acceptedAt).mapWith(Boolean),
    })
    .from(invitations)
    .where(inArray(invitations.userId, ids));
  const accepted = new Set(
    invited.filter(({ isAccepted }) => isAccepted).map(({ userId }) => userId),
  );
  const waiting = new Set(invited.map(({ userId }) => userId));
  return changes.map((change) => {
    const own = assignmentsOf.get(change.userId) ?? [];
    const index = own.findIndex(({ id }) => id === change.id);
    const before = index > 0 ? own[index - 1] : undefined;
    const roleBefore =
      change.roleBefore ?? (before ? (before.role === "admin" ? "admin" : "staff") : null);
    return {
      ...change,
      roleBefore,
      kind: kindOf(change.role, roleBefore),
      endedAt:
        change.role === null
          ? null
          : (own[index + 1]?.createdAt ?? removedAt.get(change.userId) ?? null),
      hasJoined: accepted.has(change.userId) || !waiting.has(change.userId),
    };
  });
}

function kindOf(role: MemberRole | null, roleBefore: MemberRole | null): RoleHistoryEntry["kind"] {
  if (role === null) return "removed";
  if (roleBefore === null) return "invited";
  return role === roleBefore ? "invitedAgain" : "changed";
}
