import { Invalid } from "../errors";

/**
 * The form of postal codes by country, as the Universal Postal Union describes them (Postal addressing systems,
 * upu.int). Codes of countries that are not listed are not checked.
 */
const forms: Record<string, RegExp> = {
  AD: /^AD\d{3}$/,
  AL: /^\d{4}$/,
  AT: /^[1-9]\d{3}$/,
  BA: /^\d{5}$/,
  BE: /^[1-9]\d{3}$/,
  BG: /^\d{4}$/,
  CH: /^[1-9]\d{3}$/,
  CY: /^\d{4}$/,
  CZ: /^\d{3} ?\d{2}$/,
  DE: /^\d{5}$/,
  DK: /^\d{4}$/,
  EE: /^\d{5}$/,
  ES: /^\d{5}$/,
  FI: /^\d{5}$/,
  FR: /^\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/,
  GR: /^\d{3} ?\d{2}$/,
  HR: /^\d{5}$/,
  HU: /^[1-9]\d{3}$/,
  IE: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/,
  IS: /^\d{3}$/,
  IT: /^\d{5}$/,
  LI: /^94\d{2}$/,
  LT: /^\d{5}$/,
  LU: /^\d{4}$/,
  LV: /^\d{4}$/,
  MC: /^980\d{2}$/,
  MD: /^\d{4}$/,
  ME: /^\d{5}$/,
  MK: /^\d{4}$/,
  MT: /^[A-Z]{3} ?\d{4}$/,
  NL: /^[1-9]\d{3} ?[A-Z]{2}$/,
  NO: /^\d{4}$/,
  PL: /^\d{2}-\d{3}$/,
  PT: /^\d{4}-\d{3}$/,
  RO: /^\d{6}$/,
  RS: /^\d{5}$/,
  SE: /^\d{3} ?\d{2}$/,
  SI: /^\d{4}$/,
  SK: /^\d{3} ?\d{2}$/,
  SM: /^4789\d$/,
  TR: /^\d{5}$/,
  UA: /^\d{5}$/,
  US: /^\d{5}(-\d{4})?$/,
};

/** Whether postal codes of a country are checked. */
export const hasPostalCodeForm = (country: string): boolean => country in forms;

/** Whether a postal code has the form of its country: `A-4020` and `4020` of Austria have. */
export function isPostalCodeOf(country: string, code: string): boolean {
  const form = forms[country];
  if (!form) return true;
  const plain = code.trim().toUpperCase();
  return form.test(plain) || form.test(plain.replace(/^[A-Z]{1,3}[- ]+/, ""));
}

type Address = {
  zipCode?: string | null | undefined;
  country?: string | null | undefined;
};

/** The problem of an address's postal code, as a key of the `problems` messages. */
export function findPostalCodeProblem({ zipCode, country }: Address): string | undefined {
  if (!zipCode || !country || isPostalCodeOf(country, zipCode)) return undefined;
  return `postalCode:${country}`;
}

/**
 * Checks the postal code of an address that is written. One that was stored before and stays as it is is not checked.
 * @throws Invalid `postalCode` when it has not the form of its country
 */
export function requirePostalCode(written: Address, before: Address = {}): void {
  const after = {
    zipCode: written.zipCode === undefined ? before.zipCode : written.zipCode,
    country: written.country === undefined ? before.country : written.country,
  };
  if (after.zipCode === before.zipCode && after.country === before.country) return;
  const problem = findPostalCodeProblem(after);
  if (problem) throw new Invalid({ zipCode: problem });
}
