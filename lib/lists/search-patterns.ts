/**
 * LIKE patterns, one for each word of a search, which a row must match all.
 * Folds case and accents as the database's `normalize_for_search` does for what Latin scripts need.
 */
export function searchPatterns(term: string): string[] {
  return foldForSearch(term)
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`);
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
