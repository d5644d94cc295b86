/** Each word of a search with what it may have meant: one of them must occur. */
export type SearchWords = string[][];

/** Lists search by no more words than these. */
const maxWords = 8;

/**
 * The words of a search. Folds case and accents as the database's `normalize_for_search` does for what
 * Latin scripts need. A telephone number is kept by its digits with those of its country: a plus or
 * zeros before it are left away.
 */
export function searchWords(term: string): string[] {
  return foldForSearch(term)
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, maxWords)
    .map((word) => (/^[+0]\d{5,}$/.test(word) ? word.replace(/^[+0]+/, "") : word));
}

/** LIKE patterns, one for each word of a search, which a row must match all. */
export function searchPatterns(term: string): string[] {
  return searchWords(term).map(
    (word) => `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`,
  );
}

function foldForSearch(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe")
    .replace(/ł/g, "l");
}
