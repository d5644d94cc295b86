/** A secret, which ends with a dot and 256 bits in base64url, or a record's id. */
const partOfLink =
  /^(?:[\w-]+\.[\w-]{43}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![A-Za-z0-9])/;

/**
 * The secret or the id of a link in a mail, without what mail programs, trackers and people hang on its end: a full
 * stop, a bracket, a quotation mark, `&utm_source=…`. Only for links: a session's or a client's token has to be exact.
 * @returns what was given where neither is in it, for the reader of tokens to refuse
 */
export function cleanLinkPart(text: string): string {
  return partOfLink.exec(text)?.[0] ?? text;
}
