import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { endUserTags, tags } from "@/db/schema";
import { Conflict } from "@/lib/core/errors";
import { isNamed } from "./find-tag";

/** An organization has no more tags than can be looked through. */
export const maxTags = 200;

type Tagging = { organizationId: string; tag: string; userIds: string[] };

/**
 * Gives end-users a tag, which is made where it is new.
 * @returns the ids of those who did not have it
 * @throws Conflict `tooManyTags`
 */
export async function tagEndUsers(
  transaction: Transaction,
  { organizationId, tag, userIds }: Tagging,
): Promise<string[]> {
  const [row] = await transaction
    .insert(tags)
    .values({ organizationId, name: tag })
    .onConflictDoUpdate({
      target: [tags.organizationId, tags.nameNormalized],
      // Takes the row's lock, so that nobody deletes the tag as unused.
      set: { name: sql`${tags.name}` },
    })
    .returning({ id: tags.id, isNew: sql<boolean>`xmax = 0` });
  if (!row) throw new Error("The insert returned no row.");
  if (row.isNew && (await transaction.$count(tags)) > maxTags) throw new Conflict("tooManyTags");
  const tagged = await transaction
    .insert(endUserTags)
    .values(userIds.map((userId) => ({ organizationId, tagId: row.id, userId })))
    .onConflictDoNothing()
    .returning({ userId: endUserTags.userId });
  return tagged.map(({ userId }) => userId);
}

/**
 * Takes a tag from end-users. A tag that nobody carries any more is gone.
 * @returns the ids of those who had it
 */
export async function untagEndUsers(
  transaction: Transaction,
  { tag, userIds }: Omit<Tagging, "organizationId">,
): Promise<string[]> {
  const [row] = await transaction
    .select({ id: tags.id })
    .from(tags)
    .where(isNamed(tag))
    .for("no key update");
  if (!row) return [];
  const untagged = await transaction
    .delete(endUserTags)
    .where(and(eq(endUserTags.tagId, row.id), inArray(endUserTags.userId, userIds)))
    .returning({ userId: endUserTags.userId });
  const left = await transaction
    .select({ one: sql`1` })
    .from(endUserTags)
    .where(eq(endUserTags.tagId, row.id))
    .limit(1);
  if (left.length === 0) await transaction.delete(tags).where(eq(tags.id, row.id));
  return untagged.map(({ userId }) => userId);
}

/** Takes all tags from an end-user who goes; tags that nobody else carries go too. */
export async function dropTagsOf(transaction: Transaction, userId: string): Promise<void> {
  for (const { name } of await readTagsOf(transaction, [userId])) {
    await untagEndUsers(transaction, { tag: name, userIds: [userId] });
  }
}

/** The tags of end-users, in the order of the alphabet. */
export function readTagsOf(
  transaction: Transaction,
  userIds: string[],
): Promise<{ userId: string; name: string }[]> {
  if (userIds.length === 0) return Promise.resolve([]);
  return transaction
    .select({ userId: endUserTags.userId, name: tags.name })
    .from(endUserTags)
    .innerJoin(tags, eq(tags.id, endUserTags.tagId))
    .where(inArray(endUserTags.userId, userIds))
    .orderBy(tags.name);
}
