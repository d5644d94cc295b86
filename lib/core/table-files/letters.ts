const german = /[äöüÄÖÜß]/;
const common = /[àáâãåçèéêëíîïñóôõøúûšžŠŽÀÁÂÉÇÑØÅ]/;
const letter = /\p{L}/u;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const vowel = /[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿ]/i;
const digit = /\d/;
/** Punctuation and signs that people type; all else that is no letter speaks against an encoding. */
const typed = /[–—‘’“”„‚…€§°²³«»·½¼¾£®©™ª º\u00a0]/;

const WRONG = -4;
const DOUBTFUL = -2;

/**
 * How well a character outside ASCII fits between its neighbours: whether a word holds no sign, no capital in its
 * middle, no consonant between consonants and no vowel beside a vowel.
 * @returns a number above 0 when it fits
 */
export function fitBetween(before: string, character: string, after: string): number {
  if (!letter.test(character) || /[ƒªºﬁﬂı]/.test(character))
    return fitOfSign(before, character, after);
  const weight = german.test(character) ? 3 : common.test(character) ? 2 : 1;
  return weight + fitOfCase(before, character, after) + fitOfSound(before, character, after);
}

function fitOfSign(before: string, sign: string, after: string): number {
  const isInsideWord = letter.test(before) && letter.test(after);
  if (sign === "’") return 1;
  if (isInsideWord || !typed.test(sign)) return WRONG;
  const isOpening = /[„‚“‘«]/.test(sign) && letter.test(after);
  const isClosing = /[“”‘»…]/.test(sign) && letter.test(before);
  const touches = letter.test(before) || letter.test(after);
  return !touches || isOpening || isClosing || /[\u00a0–]/.test(sign) ? 1 : -1;
}

function fitOfCase(before: string, character: string, after: string): number {
  if (!letter.test(before) && !letter.test(after)) return DOUBTFUL;
  if (digit.test(before) || digit.test(after)) return DOUBTFUL;
  if (upper.test(character) && lower.test(before)) return WRONG;
  if (!lower.test(character)) return 0;
  const isInsideCapitals = upper.test(before) && upper.test(after);
  const isAtBeginning = !letter.test(before);
  return isInsideCapitals || isAtBeginning || upper.test(after) ? DOUBTFUL : 0;
}

function fitOfSound(before: string, character: string, after: string): number {
  if (/[ßẞ]/.test(character)) return vowel.test(before) ? 0 : WRONG;
  const neighbours = [before, after].filter((neighbour) => letter.test(neighbour));
  if (vowel.test(character)) {
    const isDiphthong = /ä/i.test(character) && /u/i.test(after);
    return neighbours.some((neighbour) => vowel.test(neighbour)) && !isDiphthong ? DOUBTFUL : 0;
  }
  return neighbours.length === 2 && neighbours.every((neighbour) => !vowel.test(neighbour))
    ? DOUBTFUL
    : 0;
}
