/**
 * UTF-8 that was once read as Windows-1252 (Ã¼), MacRoman (√º) or CP850 (├╝): the sign of a first byte, followed by
 * what a continuation byte became.
 */
const misread =
  /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u0080-\u00bf]|Å[¡¾\u00bd“’]|â€|√[§∂∫ºßüÑñúÖÜ©®†°¢]|├[^\s\d\w]/;

/** A question mark inside a word, left where a program could not write a letter. */
const lostLetter = /\p{L}\?\p{Ll}/u;

/**
 * Finds text that was spoiled before the file was written.
 * @returns a key of the `problems` messages
 */
export function findGarbled(text: string): "garbled" | "lostLetter" | undefined {
  if (text.includes("\ufffd")) return "lostLetter";
  if (misread.test(text)) return "garbled";
  return lostLetter.test(text) && !text.includes("/") ? "lostLetter" : undefined;
}
