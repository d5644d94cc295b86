import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import type { Encoding } from "./table-reading";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export type DecodedText = {
  /** The text, with every line break as one line feed. */
  text: string;
  /** The first byte of each line that the encoding has no character for, by the line's number. */
  unreadable: Map<number, number>;
};

/** Decodes a file and names the lines whose bytes do not fit the encoding, in place of which stands U+FFFD. */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWide = encoding === "utf-16le" || encoding === "utf-16be";
  const isCut = isWide && buffer.length % 2 === 1;
  const decoded = iconv.decode(isCut ? buffer.subarray(0, -1) : buffer, encoding);
  const text = (isCut ? `${decoded}\ufffd` : decoded).replaceAll(/\r\n?/g, "\n");
  const unreadable = isWide
    ? malformedLines(text)
    : encoding === "utf-8"
      ? brokenLines(buffer)
      : unmappedLines(buffer, text, encoding);
  // PostgreSQL cannot hold the character 0, and no file of text has a reason to.
  if (!text.includes("\0")) return { text: text.toWellFormed(), unreadable };
  for (const [index, line] of text.split("\n").entries()) {
    if (line.includes("\0") && !unreadable.has(index + 1)) unreadable.set(index + 1, 0);
  }
  return { text: text.toWellFormed().replaceAll("\0", "\ufffd"), unreadable };
}

/** The lines with half of a pair of surrogates. */
function malformedLines(text: string): Map<number, number> {
  const found = new Map<number, number>();
  if (text.isWellFormed() && !text.includes("\ufffd")) return found;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.isWellFormed() && !line.includes("\ufffd")) continue;
    const half = [...line].find((character) => !character.isWellFormed());
    found.set(index + 1, (half ?? "\ufffd").charCodeAt(0));
  }
  return found;
}

/** The lines that are no UTF-8. A byte of a line break is never part of another character. */
function brokenLines(buffer: Buffer): Map<number, number> {
  const found = new Map<number, number>();
  if (isUtf8(buffer)) return found;
  for (const { number, bytes } of linesOf(buffer)) {
    if (isUtf8(bytes)) continue;
    found.set(number, bytes[firstBroken(bytes)] ?? 0);
  }
  return found;
}

function firstBroken(bytes: Buffer): number {
  const readable = Buffer.from(bytes.toString("utf8"));
  const differing = bytes.findIndex((byte, at) => byte !== readable[at]);
  return Math.max(differing, 0);
}

/** The lines with bytes that an encoding of single bytes does not use. */
function unmappedLines(buffer: Buffer, text: string, encoding: Encoding): Map<number, number> {
  const found = new Map<number, number>();
  if (!text.includes("\ufffd")) return found;
  const unused = new Set(
    [...Array(256).keys()].filter((byte) => iconv.decode(Buffer.of(byte), encoding) === "\ufffd"),
  );
  for (const { number, bytes } of linesOf(buffer)) {
    const byte = bytes.find((each) => unused.has(each));
    if (byte !== undefined) found.set(number, byte);
  }
  return found;
}

function* linesOf(buffer: Buffer): Generator<{ number: number; bytes: Buffer }> {
  let start = 0;
  let number = 1;
  for (let at = 0; at <= buffer.length; at++) {
    const byte = buffer[at];
    if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN && byte !== undefined) continue;
    yield { number, bytes: buffer.subarray(start, at) };
    if (byte === CARRIAGE_RETURN && buffer[at + 1] === LINE_FEED) at++;
    start = at + 1;
    number++;
  }
}
