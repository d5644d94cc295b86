import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { queryRows } from "@/db/query-rows";
import { searchWords } from "@/db/schema";
import type { SearchWords } from "./search-words";

const letters = "abcdefghijklmnopqrstuvwxyz";

/** Shorter words have too many neighbours to mean one of them. */
const minLength = 4;
const maxAlternatives = 12;

/** Every word that one typing mistake leads to: a letter missing, too many, wrong, or two swapped. */
export function oneMistakeAway(word: string): string[] {
  const variants = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    for (const letter of letters) variants.add(before + letter + after);
    if (after === "") continue;
    variants.add(before + after.slice(1));
    for (const letter of letters) variants.add(before + letter + after.slice(1));
    if (after.length > 1) variants.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  variants.delete(word);
  return [...variants];
}

/**
 * What the words of a search that found nothing may have meant, by the words that names and addresses of
 * the organization begin with. Undefined when no word has a likely neighbour.
 */
export async function likelyWords(
  transaction: Transaction,
  words: SearchWords,
): Promise<SearchWords | undefined> {
  const alternatives: SearchWords = [];
  let isLikely = false;
  for (const spellings of words) {
    const [word = ""] = spellings;
    const likely = /^[a-z]+$/.test(word) && word.length >= minLength;
    const found = likely ? await known(transaction, oneMistakeAway(word)) : [];
    isLikely ||= found.length > 0;
    alternatives.push([...spellings, ...found]);
  }
  return isLikely ? alternatives : undefined;
}

/** Those variants that are a word, else those that a word begins with. */
async function known(transaction: Transaction, variants: string[]): Promise<string[]> {
  const beginning = sql`unnest(${`{${variants.join(",")}}`}::text[]) variant`;
  const rows = await queryRows<{ variant: string; isWhole: boolean }>(
    transaction,
    sql`
    select variant collate "C" as variant, bool_or(word = variant collate "C") as "isWhole"
    from ${beginning} cross join lateral (
      select word from ${searchWords}
      where word >= variant collate "C" and word < (variant || chr(1114109)) collate "C"
      order by word limit 1) found
    group by 1 order by 2 desc, 1 limit ${maxAlternatives}`,
  );
  const whole = rows.filter(({ isWhole }) => isWhole);
  return (whole.length > 0 ? whole : [...rows]).map(({ variant }) => variant);
}
