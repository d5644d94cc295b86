/** Line breaks and other control characters, which a field of one line cannot hold. */
const control = /[\p{Cc}\u2028\u2029]/u;
const eachControl = /[\p{Cc}\u2028\u2029]/gu;

/** Control characters other than the tab and the line breaks of a text of several lines. */
const controlInLines = /(?![\t\n\r])[\p{Cc}\u2028\u2029]/u;

/**
 * Characters that show nothing and make one text look like another: soft hyphens, zero-width spaces, marks and
 * overrides of the direction (UAX #9), tags, and fillers that pass for a name.
 */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * ZWNJ and ZWJ (U+200C, U+200D) anywhere but between letters without case, as in Persian and Hindi words, or between
 * the parts of one emoji. Between Latin, Greek or Cyrillic letters they change nothing that is seen.
 */
const strayJoiner =
  /(?<![\p{Lo}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|[\u200c\u200d](?![\p{Lo}\p{M}\p{Extended_Pictographic}])/gu;

export const hasControl = (text: string) => control.test(text);
export const hasControlInLines = (text: string) => controlInLines.test(text);

/** Spaces of other widths than the usual one, those that do not break among them. */
const unusualSpace = /(?! )\p{Zs}/gu;

/**
 * Takes out what shows nothing and makes every space the usual one, as address books and web pages bring others along
 * unseen. Accents that stand apart, as files from Macs have them, become part of their letters (NFC).
 */
export const removeInvisible = (text: string) =>
  text.replace(invisible, "").replace(strayJoiner, "").replace(unusualSpace, " ").normalize("NFC");

/** Brings a text of any origin onto one line. The character 0 stays, and is refused where all input is parsed. */
export const toSingleLine = (text: string) =>
  removeInvisible(text).replace(eachControl, (character) => (character === "\0" ? character : " "));
