import { normalizeForSearch } from "./normalize-for-search";
import type { SearchWords } from "./search-words";

/** A part of a text, from its first character to the one after its last. */
export type TextRange = { from: number; to: number };

/** Each kept character of a text, and where in the text it comes from. */
type Folded = { characters: string; at: number[] };

const isLetterOrDigit = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

function fold(text: string): Folded {
  const folded: Folded = { characters: "", at: [] };
  let from = 0;
  for (const character of text) {
    for (const made of normalizeForSearch(character)) {
      folded.characters += made;
      folded.at.push(...Array.from({ length: made.length }, () => from));
    }
    from += character.length;
  }
  return folded;
}

function keep(
  folded: Folded,
  isKept: (before: string, character: string, after: string) => boolean,
) {
  const kept: Folded = { characters: "", at: [] };
  for (const [index, at] of folded.at.entries()) {
    const character = folded.characters.charAt(index);
    const before = kept.characters.at(-1) ?? "";
    if (!isKept(before, character, folded.characters.charAt(index + 1))) continue;
    kept.characters += character;
    kept.at.push(at);
  }
  return kept;
}

/** As `common_spelling` writes the words of a text, but for streets. */
const inCommonSpelling = (folded: Folded) =>
  keep(folded, (before, character, after) => {
    if (/['-]/.test(character)) return !(/[a-z0-9]/.test(before) && /[a-z0-9'-]/.test(after));
    return !/^(?:[aou]e|aa|dj)$/.test(before + character);
  });

const inDigits = (folded: Folded) => keep(folded, (_, character) => /\d/.test(character));

/** Where a word stands: at the beginning of a word, or else anywhere. */
function find({ characters, at }: Folded, word: string, end: number): TextRange[] {
  const ranges: (TextRange & { isBeginning: boolean })[] = [];
  for (
    let found = characters.indexOf(word);
    found >= 0;
    found = characters.indexOf(word, found + 1)
  ) {
    const last = at[found + word.length - 1] ?? 0;
    ranges.push({
      from: at[found] ?? 0,
      // A character that became several, as "½" does, is named whole.
      to: at.slice(found + word.length).find((position) => position > last) ?? end,
      isBeginning: !isLetterOrDigit(characters[found - 1]),
    });
  }
  const beginnings = ranges.filter(({ isBeginning }) => isBeginning);
  return beginnings.length > 0 ? beginnings : ranges;
}

/** The parts of a text that a search found, in their order and without overlaps. */
export function matchRanges(text: string, words: SearchWords): TextRange[] {
  const plain = fold(text);
  const spelled = inCommonSpelling(plain);
  const digits = inDigits(plain);
  const found = words.flat().flatMap((spelling) =>
    spelling
      .split(" ")
      .map((part) => part.replace(/\.$/, ""))
      .filter((part) => part.length > 1 || (part !== "" && words.length === 1 && part === spelling))
      .flatMap((part) => {
        const views = /^\d{6,}$/.test(part) ? [plain, digits] : [plain, spelled];
        const [first = []] = views.map((view) => find(view, part, text.length)).filter(hasSome);
        return first;
      }),
  );
  return merged(found.toSorted((one, other) => one.from - other.from));
}

const hasSome = ({ length }: TextRange[]) => length > 0;

function merged(ranges: TextRange[]): TextRange[] {
  const all: TextRange[] = [];
  for (const { from, to } of ranges) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}
