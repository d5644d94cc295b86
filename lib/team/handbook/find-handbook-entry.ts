import "server-only";
import { and, eq, gte, isNull, ne, notExists, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { handbookEntries, handbookReadings } from "@/db/schema";
import { type Actor, actorId } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { NotFound } from "@/lib/core/errors";

/** What of the handbook an actor may read: entries for admins are for those who may write them. */
export function readableEntries(actor: Actor): SQL | undefined {
  return and(
    isNull(handbookEntries.deletedAt),
    may(actor, "update", "handbook") ? undefined : eq(handbookEntries.audience, "team"),
  );
}

/** @throws NotFound when there is no such entry, or it is not for this reader */
export async function findHandbookEntry(transaction: Transaction, actor: Actor, id: string) {
  const [entry] = await transaction
    .select()
    .from(handbookEntries)
    .where(and(eq(handbookEntries.id, id), readableEntries(actor)));
  if (!entry) throw new NotFound();
  return entry;
}

/** The next required entry, in the order of titles, that the reader has not confirmed in the text that counts. */
export async function findNextRequired(
  transaction: Transaction,
  actor: Actor,
  current: { id: string; sortTitle: string },
) {
  const reader = actorId(actor);
  if (!reader) return undefined;
  const confirmed = transaction
    .select({ one: sql`1` })
    .from(handbookReadings)
    .where(
      and(
        eq(handbookReadings.entryId, handbookEntries.id),
        eq(handbookReadings.userId, reader),
        gte(handbookReadings.revision, handbookEntries.readSince),
      ),
    );
  const [next] = await transaction
    .select({ id: handbookEntries.id, title: handbookEntries.title })
    .from(handbookEntries)
    .where(
      and(
        readableEntries(actor),
        eq(handbookEntries.isRequired, true),
        ne(handbookEntries.id, current.id),
        notExists(confirmed),
      ),
    )
    // Those after the current one come first.
    .orderBy(sql`${handbookEntries.sortTitle} < ${current.sortTitle}`, handbookEntries.sortTitle)
    .limit(1);
  return next;
}
