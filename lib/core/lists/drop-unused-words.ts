import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { searchWords } from "@/db/schema";

/**
 * Forgets words that no end-user has any more, so that a search does not suggest what was erased.
 * @param words those to look at; all that are kept unless said
 */
export async function dropUnusedWords(transaction: Transaction, words?: string[]): Promise<void> {
  const looked = words ? sql`${`{${words.join(",")}}`}::text[]` : sql`null::text[]`;
  await transaction
    .delete(searchWords)
    .where(sql`${searchWords.word} in (select unused_search_words(${looked}))`);
}
