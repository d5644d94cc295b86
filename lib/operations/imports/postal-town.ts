import { toCountryCode } from "@/lib/core/validation/country";
import { hasPostalCodeForm, isPostalCodeOf } from "@/lib/core/validation/postal-code";

type PostalTown = { zipCode: string; town: string; country?: string };

/** How postal codes of countries begin a text: of the Netherlands, Britain, Poland, Portugal, Czechia and others. */
const anyCode =
  /^(\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{5}-\d{4}|\d{3} \d{2}|\d{3,6})(?=[\s,]|$)/;

const MAX_WORDS_OF_CODE = 2;

/**
 * Splits a postal code and a town that stand in one cell, the code before or behind: `A-1010 Wien` is of Austria.
 * What cannot be told apart is the town.
 * @param country of the row, by any name that a cell may have for it
 */
export function splitPostalTown(text: string, country = ""): PostalTown {
  const whole = text.trim().replaceAll(/\s+/gu, " ");
  const sign = /^([A-Z]{1,3})[- ]+(?=\d)(.+)$/.exec(whole);
  const signed = sign?.[1] ? toCountryCode(sign[1]) : undefined;
  const named = toCountryCode(country);
  if (signed && sign?.[2] && (!named || named === signed)) {
    return { ...splitWithin(sign[2], signed), country: signed };
  }
  return splitWithin(whole, named);
}

/** Whether most of the cells hold both. */
export function arePostalTowns(cells: string[]): boolean {
  const given = cells.filter((cell) => cell.trim() !== "");
  const both = given
    .map((cell) => splitPostalTown(cell))
    .filter(({ zipCode, town }) => zipCode && town);
  return both.length > given.length / 2;
}

function splitWithin(text: string, country: string | undefined): PostalTown {
  const words = text.split(" ");
  for (let count = Math.min(MAX_WORDS_OF_CODE, words.length); count > 0; count--) {
    const [before, after] = [words.slice(0, count), words.slice(count)];
    if (isCode(before, country)) return { zipCode: plain(before), town: after.join(" ") };
    const [start, end] = [words.slice(0, -count), words.slice(-count)];
    if (isCode(end, country)) return { zipCode: plain(end), town: plain(start) };
  }
  const code = anyCode.exec(text)?.[1];
  return code
    ? { zipCode: code, town: text.slice(code.length).replace(/^[\s,]+/, "") }
    : { zipCode: "", town: text };
}

const isCode = (words: string[], country: string | undefined): boolean =>
  /\d/.test(words.join("")) &&
  (country === undefined || !hasPostalCodeForm(country)
    ? anyCode.exec(plain(words))?.[0] === plain(words)
    : isPostalCodeOf(country, plain(words)));

const plain = (words: string[]) => words.join(" ").replace(/,$/, "");
