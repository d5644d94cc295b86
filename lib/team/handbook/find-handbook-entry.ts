import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { handbookEntries } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
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
