import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { tags } from "@/db/schema";

/** Whether a tag has this name, in any case of letters. */
export const isNamed = (name: string): SQL => sql`${tags.nameNormalized} = lower(${name})`;

/** A tag by its name, or undefined where nobody carries it. */
export async function findTag(transaction: Transaction, name: string) {
  const [tag] = await transaction
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(isNamed(name));
  return tag;
}
