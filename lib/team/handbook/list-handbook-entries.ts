import "server-only";
import { and, eq, gte, inArray, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { handbookEntries, handbookReadings } from "@/db/schema";
import { type Actor, actorId } from "@/lib/core/access/actor";
import { countUpToLimit } from "@/lib/core/lists/count-up-to-limit";
import { keyset } from "@/lib/core/lists/keyset";
import { matchingWords } from "@/lib/core/lists/matching-words";
import { defineQuery } from "@/lib/define-use-case";
import { readableEntries } from "./find-handbook-entry";
import { listHandbookEntriesInput } from "./handbook-schema";

/** A page of the handbook, and which of its required entries the reader has read. */
export const listHandbookEntries = defineQuery({
  name: "listHandbookEntries",
  input: listHandbookEntriesInput,
  requires: { action: "read", resource: "handbook" },
  async run({ actor, input, transaction }) {
    const { where, orderBy, toPage } = keyset(
      {
        expression: handbookEntries.sortTitle,
        type: "text",
        direction: input.direction ?? "asc",
      },
      handbookEntries.id,
      input.cursor,
    );
    const conditions: (SQL | undefined)[] = [
      readableEntries(actor),
      input.category ? eq(handbookEntries.category, input.category) : undefined,
      input.reading === "required" ? eq(handbookEntries.isRequired, true) : undefined,
      ...matchingWords(handbookEntries.searchText, input.search),
    ];
    const found = await transaction
      .select({
        id: handbookEntries.id,
        title: handbookEntries.title,
        category: handbookEntries.category,
        audience: handbookEntries.audience,
        isRequired: handbookEntries.isRequired,
        updatedAt: handbookEntries.updatedAt,
        sortValue: handbookEntries.sortTitle,
      })
      .from(handbookEntries)
      .where(and(...conditions, where))
      .orderBy(...orderBy)
      .limit(input.size + 1);
    const page = toPage(found, input.size, (row) => row);
    const read = await readByActor(
      transaction,
      actor,
      page.rows.map(({ id }) => id),
    );
    return {
      ...page,
      rows: page.rows.map(({ sortValue, ...entry }) => ({ ...entry, isRead: read.has(entry.id) })),
      total: await countUpToLimit(transaction, handbookEntries, and(...conditions)),
    };
  },
});

/** Which of the entries the actor has read, in a text that still counts. */
async function readByActor(
  transaction: Transaction,
  actor: Actor,
  entryIds: string[],
): Promise<Set<string>> {
  const reader = actorId(actor);
  if (!reader || entryIds.length === 0) return new Set();
  const rows = await transaction
    .selectDistinct({ entryId: handbookReadings.entryId })
    .from(handbookReadings)
    .innerJoin(
      handbookEntries,
      and(
        eq(handbookEntries.organizationId, handbookReadings.organizationId),
        eq(handbookEntries.id, handbookReadings.entryId),
        gte(handbookReadings.revision, handbookEntries.readSince),
      ),
    )
    .where(and(eq(handbookReadings.userId, reader), inArray(handbookReadings.entryId, entryIds)));
  return new Set(rows.map(({ entryId }) => entryId));
}
