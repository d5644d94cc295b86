import "server-only";
import { and, asc, desc, eq, gt, isNull, ne, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import {
  apiClients,
  cases,
  handbookEntries,
  personalTokens,
  savedViews,
  secondFactors,
  users,
} from "@/db/schema";
import { now } from "@/lib/core/clock";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import type { BoundedCount } from "@/lib/core/lists/keyset";
import { nameColumns } from "@/lib/core/people/name-columns";
import { personName } from "@/lib/core/people/person-name";
import { openSessions } from "@/lib/identity/auth/open-sessions";
import {
  hasSeenStreamSecret,
  isGrantedAccessEnd,
  isOwnedClient,
  seenSecrets,
  seenWebhooks,
} from "./owned-resources";

/** How many of each kind are named; the others are counted. */
const MAX_NAMED = 8;

/** The first records of a kind, and how many there are. */
export type OwnedRecords<Row> = { rows: Row[]; total: BoundedCount };

/** Everything a person owns, for the admin who is about to remove them. */
export async function listOwnedResources(transaction: Transaction, userId: string) {
  /** Reads the first rows of a kind, and counts all only where there are more. */
  async function bounded<Row>(
    table: PgTable,
    condition: SQL | undefined,
    readRows: (limit: number) => Promise<Row[]>,
  ): Promise<OwnedRecords<Row>> {
    const rows = await readRows(MAX_NAMED + 1);
    if (rows.length <= MAX_NAMED) return { rows, total: { count: rows.length, isMore: false } };
    return {
      rows: rows.slice(0, MAX_NAMED),
      total: await countUpToLimit(transaction, table, condition),
    };
  }
  const isOpenCase = and(eq(cases.assigneeId, userId), ne(cases.state, "solved"));
  const isSharedView = and(eq(savedViews.ownerId, userId), eq(savedViews.isShared, true));
  const isPrivateView = and(eq(savedViews.ownerId, userId), eq(savedViews.isShared, false));
  const isToken = and(
    eq(personalTokens.userId, userId),
    isNull(personalTokens.revokedAt),
    gt(personalTokens.expiresAt, now()),
  );
  const isEdited = and(eq(handbookEntries.updatedBy, userId), isNull(handbookEntries.deletedAt));
  const seen = await seenSecrets(transaction, userId);
  const clientNames = new Map(seen.map(({ clientId, clientName }) => [clientId, clientName]));
  const factors = await transaction
    .select({ id: secondFactors.id })
    .from(secondFactors)
    .where(eq(secondFactors.userId, userId));
  return {
    cases: await bounded(cases, isOpenCase, (limit) =>
      transaction
        .select({
          id: cases.id,
          number: cases.number,
          subject: cases.subject,
          state: cases.state,
          priority: cases.priority,
        })
        .from(cases)
        .where(isOpenCase)
        .orderBy(asc(cases.rank), asc(cases.createdAt))
        .limit(limit),
    ),
    clients: await bounded(apiClients, isOwnedClient(userId), (limit) =>
      transaction
        .select({ id: apiClients.id, name: apiClients.name })
        .from(apiClients)
        .where(isOwnedClient(userId))
        .orderBy(asc(apiClients.name))
        .limit(limit),
    ),
    views: await bounded(savedViews, isSharedView, (limit) =>
      transaction
        .select({
          id: savedViews.id,
          name: savedViews.name,
          list: savedViews.list,
          parameters: savedViews.parameters,
        })
        .from(savedViews)
        .where(isSharedView)
        .orderBy(asc(savedViews.name))
        .limit(limit),
    ),
    accessEnds: await bounded(users, isGrantedAccessEnd(userId), async (limit) => {
      const rows = await transaction
        .select({ id: users.id, accessEndsAt: users.accessEndsAt, ...nameColumns })
        .from(users)
        .where(isGrantedAccessEnd(userId))
        .orderBy(asc(users.accessEndsAt))
        .limit(limit);
      return rows.map((row) => ({ id: row.id, name: personName(row) }));
    }),
    personalTokens: await bounded(personalTokens, isToken, (limit) =>
      transaction
        .select({ id: personalTokens.id, name: personalTokens.name })
        .from(personalTokens)
        .where(isToken)
        .orderBy(asc(personalTokens.createdAt))
        .limit(limit),
    ),
    handbookEntries: await bounded(handbookEntries, isEdited, (limit) =>
      transaction
        .select({ id: handbookEntries.id, title: handbookEntries.title })
        .from(handbookEntries)
        .where(isEdited)
        .orderBy(desc(handbookEntries.updatedAt))
        .limit(limit),
    ),
    privateViews: await countUpToLimit(transaction, savedViews, isPrivateView),
    seenClients: [...clientNames].map(([id, name]) => ({ id, name })),
    seenWebhooks: await seenWebhooks(transaction, userId),
    hasSeenStreamSecret: await hasSeenStreamSecret(transaction, userId),
    sessions: (await openSessions(transaction, userId)).length,
    secondFactors: factors.length,
  };
}
