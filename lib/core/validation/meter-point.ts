/** Characters of the longest meter points: Austria, Germany, Hungary and Switzerland have 33. */
export const MAX_METER_POINT_CHARACTERS = 33;
/** The Partner API documents a meter of at most 19 characters, which can be the number of a meter. */
export const MAX_METER_NUMBER_CHARACTERS = 19;

const isMarketLocation = (text: string) =>
  /^[1-9]\d{10}$/.test(text) && text.endsWith(String(checkDigitOf(text)));

/** The last digit of a German market location (BDEW): digits at even places count twice. */
function checkDigitOf(text: string): number {
  const sum = [...text.slice(0, 10)].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2),
    0,
  );
  return (10 - (sum % 10)) % 10;
}

type Form = { isOf: (text: string) => boolean; groups: readonly number[] };

const longForm = (country: string, rest: RegExp): Form => ({
  isOf: (text) => text.startsWith(country) && rest.test(text.slice(country.length)),
  groups: [2, 6, 5, 5, 5, 5, 5],
});
const form = (pattern: RegExp, ...groups: number[]): Form => ({
  isOf: (text) => pattern.test(text),
  groups,
});

/** How meter points are written in each country, and in which groups they are read. */
const forms: Record<string, readonly Form[]> = {
  AT: [longForm("AT", /^\d{31}$/)],
  BE: [form(/^54\d{16}$/, 3, 3, 3, 3, 3, 3)],
  CH: [longForm("CH", /^[A-Z\d]{31}$/)],
  DE: [{ isOf: isMarketLocation, groups: [4, 4, 3] }, longForm("DE", /^[A-Z\d]{31}$/)],
  ES: [form(/^ES\d{16}[A-Z]{2}(\d[A-Z])?$/, 2, 4, 4, 4, 4, 2, 2)],
  FR: [form(/^\d{14}$/, 2, 3, 3, 3, 3)],
  IT: [form(/^IT\d{3}E\d{8,9}$/, 2, 3, 1, 4, 5)],
  NL: [form(/^87\d{16}$/, 2, 4, 4, 4, 4)],
  PT: [form(/^PT\d{16}[A-Z]{2}$/, 2, 4, 4, 4, 4, 2)],
};

/** Where a country has no known form: letters and digits of a length that meter points have. */
const anyForm = /^[A-Z\d]{5,33}$/;

/** A meter point as it is stored: capital letters and digits, without what people group them with. */
export function toMeterPoint(text: string): string {
  const plain = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  const joined = plain.replace(/[.\-–_/]/g, "");
  return joined.length > MAX_METER_NUMBER_CHARACTERS || isKnownForm(joined) ? joined : plain;
}

const isKnownForm = (text: string) =>
  Object.values(forms).some((known) => known.some(({ isOf }) => isOf(text)));

/** Whether a stored meter point has the form of its country (ISO 3166-1). */
export const isMeterPointOf = (country: string, text: string): boolean =>
  forms[country]?.some(({ isOf }) => isOf(text)) ?? anyForm.test(text);

/**
 * The problem of a meter point, as a key of the `problems` messages with its country where that has a form.
 * @param text as `toMeterPoint` writes it
 */
export function findMeterPointProblem(text: string, country: string): string | undefined {
  if (isMeterPointOf(country, text)) return undefined;
  if (country === "DE" && /^[1-9]\d{10}$/.test(text)) return "meterPointCheckDigit";
  if (country === "AT" || country === "DE" || country === "CH") return `meterPoint${country}`;
  return country in forms ? `meterPointOf:${country}` : "meterPoint";
}

/** A meter point in groups, as people read it out. */
export function formatMeterPoint(text: string): string {
  const known = Object.values(forms)
    .flat()
    .find(({ isOf }) => isOf(text));
  const groups = known?.groups ?? (text.length > 8 && /^[A-Z\d]+$/.test(text) ? fours(text) : []);
  let rest = text;
  const parts = groups.map((length) => {
    const part = rest.slice(0, length);
    rest = rest.slice(length);
    return part;
  });
  return [...parts, rest].filter(Boolean).join(" ");
}

const fours = (text: string) => Array.from({ length: Math.ceil(text.length / 4) }, () => 4);
