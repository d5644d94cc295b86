import { isAscii, isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { fitBetween } from "./letters";
import type { Encoding } from "./table-reading";

const singleByte = ["windows-1252", "macroman", "cp850"] as const;

/** How many non-ASCII characters are judged, sampled from the whole file. */
const MAX_JUDGED_CHARACTERS = 20_000;

/** How much better than Windows-1252 the rarer encodings have to fit, for each character on average. */
const MIN_LEAD = 1;

/** What a byte costs that an encoding does not use. */
const UNUSED_BYTE = -4;

/** Of the bytes at even or odd places, so many are 0 where every other byte of UTF-16 is one of ASCII. */
const MIN_ZERO_SHARE = 0.3;

/** Finds the encoding of a text file: by its byte order mark, by zero bytes, as valid UTF-8, or by how well words read. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = markedEncoding(buffer);
  if (marked) return marked;
  const wide = detectUtf16(buffer);
  if (wide) return wide;
  if (isAscii(buffer) || isUtf8(buffer) || isMostlyUtf8(buffer)) return "utf-8";
  return detectSingleByte(buffer);
}

function markedEncoding(buffer: Buffer): Encoding | undefined {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return "utf-8";
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return "utf-16le";
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return "utf-16be";
  return undefined;
}

function detectUtf16(buffer: Buffer): Encoding | undefined {
  const sample = buffer.subarray(0, 65_536);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd >= MIN_ZERO_SHARE && even < odd / 10) return "utf-16le";
  return even >= MIN_ZERO_SHARE && odd < even / 10 ? "utf-16be" : undefined;
}

/** Whether characters of several bytes outnumber the bytes that belong to none. */
function isMostlyUtf8(buffer: Buffer): boolean {
  const text = buffer.toString("utf8");
  const broken = text.split("\ufffd").length - 1;
  const whole = text.match(/[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0;
  return whole > broken;
}

function detectSingleByte(buffer: Buffer): Encoding {
  const places = judgedPlaces(buffer);
  const scores = singleByte.map((encoding) => {
    const characters = [...Array(256).keys()].map((byte) =>
      iconv.decode(Buffer.of(byte), encoding),
    );
    const at = (place: number) => characters[buffer[place] ?? 10] ?? "";
    const score = places.reduce((sum, place) => {
      const character = at(place);
      return (
        sum +
        (character === "\ufffd" ? UNUSED_BYTE : fitBetween(at(place - 1), character, at(place + 1)))
      );
    }, 0);
    return { encoding, score };
  });
  const [usual] = scores;
  const best = scores.reduce((first, next) => (next.score > first.score ? next : first));
  const lead = best.score - (usual?.score ?? 0);
  return lead / places.length >= MIN_LEAD && best.score > 0 ? best.encoding : "windows-1252";
}

/** Where bytes outside ASCII are; of very many, some from all over the file. */
function judgedPlaces(buffer: Buffer): number[] {
  const places: number[] = [];
  for (let at = 0; at < buffer.length; at++) if ((buffer[at] ?? 0) >= 0x80) places.push(at);
  const step = Math.ceil(places.length / MAX_JUDGED_CHARACTERS);
  return places.filter((_, index) => index % step === 0);
}
