import { commonSpelling, normalizeForSearch } from "./normalize-for-search";
import {
  beginsMeteringPoint,
  isPartOfNumber,
  type NumberReader,
  toNumberWords,
} from "./search-numbers";

/**
 * Each word of a search with what it may have meant: one of them must occur. One with spaces means all of its
 * parts; one that ends in a dot is a whole word and no beginning.
 */
export type SearchWords = string[][];

/** Lists search by no more words than these. */
const maxWords = 8;

/** What stands around the words of names, addresses and numbers that are copied from elsewhere. */
const betweenWords = /[\s<>,;:"“”„«»()[\]{}|]+/;
const aroundWord = /^[.'!?…&+/~-]+|[.'!?…&+/~-]+$/g;

const betweenGroups = /^[/.-]+$/;

/** "St.Veit" and "Ringstr.44" are two words. */
const closedUp = /(?<![a-z0-9])st\.(?=[a-z])|str\.(?=[a-z0-9])/g;

/** Words that are written in short: each with the full word. */
const abbreviations: Record<string, string> = { str: "strasse", st: "sankt" };
const shortOf = Object.fromEntries(
  Object.entries(abbreviations).map(([short, word]) => [word, short]),
);

/** "Case 1023" and the like: what a customer reads from a mail. */
const caseNumber =
  /^\s*(?:case|fall|ticket|vorgang)\s*(?:nr|no|nummer|number)?\.?\s*#?\s*(\d{1,9})\s*$/i;

/**
 * The words of a search as they are typed, copied or pasted, each with its other spellings.
 * @param readNumber reads telephone numbers as people of the organization write them
 */
export function searchWords(term: string, readNumber?: NumberReader): SearchWords {
  const number = caseNumber.exec(term)?.[1];
  if (number) return [[`#${number}`]];
  const words: SearchWords = [];
  let groups: string[] = [];
  const endNumber = () => {
    const [first = "", ...others] = groups;
    const isNumber = /\d/.test(first) || beginsMeteringPoint(groups);
    if (!isNumber) words.push(...spellingsOf(first));
    words.push(...toNumberWords(isNumber ? groups : others, readNumber));
    groups = [];
  };
  for (const token of tokensOf(term)) {
    if (groups.length > 0 && betweenGroups.test(token)) continue;
    if (!isPartOfNumber(token, groups)) endNumber();
    if (isPartOfNumber(token, groups)) groups.push(token);
    else words.push(...spellingsOf(token));
  }
  endNumber();
  return words.slice(0, maxWords).map((spellings) => asHouseNumber(spellings, words.length > 1));
}

/** One digit beside other words is a house number: nearly every telephone number begins with some. */
const asHouseNumber = ([word = "", ...others]: string[], isBesideOthers: boolean) =>
  isBesideOthers && /^\d$/.test(word) ? [`${word}.`] : [word, ...others];

const tokensOf = (term: string) =>
  normalizeForSearch(term)
    .replace(closedUp, "$& ")
    .split(betweenWords)
    .filter((token) => token !== "");

/** A word as it is typed, and what the database stores of its other spellings. */
function spellingsOf(token: string): SearchWords {
  const word = token.replace(aroundWord, "");
  if (word === "") return [];
  const full = abbreviations[word];
  if (full) return [[token.endsWith(".") ? `${word}.` : word, `${full}.`]];
  const short = shortOf[word];
  if (short) return [[word, `${short}.`]];
  const [whole = word, ...parts] = commonSpelling(word).split(" ");
  // While somebody still types, "neue" is no beginning of "neumann".
  const isBegun = word.length < 6 && /(?:[aou]e|aa|dj)$/.test(word);
  const spellings = [
    word,
    isBegun ? `${whole}.` : whole,
    parts.length > 0 ? `${parts.join(" ")}.` : "",
  ];
  return [[...new Set(whole === word ? [word] : spellings)].filter((spelling) => spelling !== "")];
}

/** How German keyboards without umlauts write them. */
const writtenOut: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue" };

/**
 * LIKE patterns for texts that are stored without their other spellings: for each word of a search those of which a
 * row must match one, so that "Müller" finds "mueller" and the other way round.
 */
export function searchPatterns(term: string): string[][] {
  const typed = tokensOf(term);
  const written = tokensOf(
    term.normalize("NFC").replace(/[äöüÄÖÜ]/g, (letter) => writtenOut[letter] ?? letter),
  );
  return typed
    .map((token, at) => {
      const spellings = [token, written[at] ?? token].map((one) => one.replace(aroundWord, ""));
      const [common = ""] = commonSpelling(spellings[0] ?? "").split(" ");
      return [...new Set([...spellings, common])].filter((word) => word !== "");
    })
    .filter((spellings) => spellings.length > 0)
    .slice(0, maxWords)
    .map((spellings) => spellings.map(containing));
}

const containing = (word: string) => `%${escapeLike(word)}%`;

/** A text as a LIKE pattern that matches it alone. */
export const escapeLike = (text: string): string =>
  text.replace(/[\\%_]/g, (character) => `\\${character}`);
