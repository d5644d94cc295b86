/** Reads a telephone number as it is typed, and lists its digits in each way that it may be stored. */
export type NumberReader = (digits: string) => string[];

const numeric = /^\+?[/.-]*\d[\d/.-]*$/;

/** Fewer digits are a house number or a postal code, unless they begin as a telephone number does. */
const minDigits = 6;
const minPhoneDigits = 4;
/** A metering point begins with its country. */
const minMeterDigits = 8;

const isCountry = (token: string) => /^[a-z]{2}$/.test(token);

const digitsOf = (text: string) => text.replace(/\D/g, "");

/** Whether a token goes on with a number, or begins one, that is written in groups. */
export function isPartOfNumber(token: string, before: string[]): boolean {
  if (before.length === 0) return numeric.test(token) || isCountry(token);
  return numeric.test(token) && !token.startsWith("+");
}

/** Whether a search may hold a telephone number, whose reading needs the organization's country. */
export const mayHoldNumber = (term: string) => digitsOf(term).length >= minPhoneDigits;

/** A metering point begins with its country; without its digits, two letters are a word. */
export function beginsMeteringPoint([country = "", ...groups]: string[]): boolean {
  return isCountry(country) && digitsOf(groups.join("")).length >= minMeterDigits;
}

/**
 * What the groups of a number may have meant: separate words, one number, or a telephone number. Few digits
 * are separate words.
 */
export function toNumberWords(groups: string[], readNumber?: NumberReader): string[][] {
  const digits = digitsOf(groups.join(""));
  const isBegunPhone = /^[+0]/.test(groups[0] ?? "") && digits.length >= minPhoneDigits;
  if (digits.length < minDigits && !isBegunPhone)
    return groups.map((group) => [group.replace(/^\W+|\W+$/g, "")]);
  const parts = groups.flatMap((group) => group.split(/\W+/)).filter((part) => part !== "");
  const country = groups.find(isCountry) ?? "";
  const read = country === "" ? (readNumber?.(groups.join(" ")) ?? []) : [];
  return [[...new Set([parts.join(" "), country + digits, ...read])]];
}
