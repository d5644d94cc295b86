import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { passwordLength } from "./password-length";

/** What a stranger could know of the person: a password must not be built from it. */
export type PasswordContext = (string | null | undefined)[];

export type PasswordVerdict = {
  /** 0 (guessed at once) to 4 (very hard to guess). */
  score: number;
  /** A key of the `problems` messages, or undefined when the password may be used. */
  problem?: string;
};

let estimator: ZxcvbnFactory | undefined;

/**
 * Judges a password: length in characters, then how hard it is to guess, knowing common and breached
 * passwords, keyboard patterns, repeats, and the person's own words. No rules on composition.
 * @param least the shortest that the organization allows, in characters
 */
export function judgePassword(
  password: string,
  context: PasswordContext,
  least = passwordLength.least,
): PasswordVerdict {
  const length = [...password].length;
  if (length > passwordLength.most) return { score: 0, problem: `tooLong:${passwordLength.most}` };
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const words = contextWords(context);
  const { score, sequence } = estimator.check(password, words);
  if (length < least) {
    return { score: Math.min(score, 2), problem: `tooShort:${least}` };
  }
  if (isBuiltFrom(words, password)) return { score: 1, problem: "passwordAboutYou" };
  if (score >= 3) return { score };
  const usesContext = sequence.some(
    (match) => "dictionaryName" in match && match.dictionaryName === "userInputs",
  );
  return { score, problem: usesContext ? "passwordAboutYou" : "passwordCommon" };
}

/** How much must be left of a password once the person's own words are taken out. */
const minOwnContribution = 8;

function isBuiltFrom(words: string[], password: string): boolean {
  const folded = password.toLowerCase();
  const rest = words.reduce((text, word) => text.replaceAll(word, ""), folded);
  if (rest === folded) return false;
  return [...rest.replace(/[^\p{L}\p{N}]/gu, "")].length < minOwnContribution;
}

function contextWords(context: PasswordContext): string[] {
  const words = context
    .filter((text): text is string => Boolean(text))
    .flatMap((text) => [text, ...text.split(/[\s@.+_-]+/)]);
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length >= 4);
}
