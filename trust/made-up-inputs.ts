import fc from "fast-check";
import { boundary, parts } from "./raw-http";

const members = ["toString", "__proto__", "constructor", "hasOwnProperty", "valueOf", "then"];

export const words = fc.oneof(
  fc.constantFrom(
    "",
    "0",
    "-1",
    "null",
    "NaN",
    "1e308",
    "9999-12-31",
    "0000-01-01",
    "2026-02-30",
    "' or 1=1 --",
    "<script>",
    "../../etc/passwd",
    "%",
    "\\",
    "\u0000",
    "\ud800",
    "\u202e\u200b",
    "a\nb",
    "x".repeat(3000),
    "{}",
    "[]",
    "$K1",
    ...members,
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.uuid(),
);

const names = fc.oneof(
  fc.constantFrom(
    ...["search", "sort", "direction", "cursor", "size", "id", "user", "next", "saved", "attempt"],
    ...[
      "createdFrom",
      "createdUntil",
      "state",
      "role",
      "before",
      "range",
      "secret",
      "_rsc",
      "token",
    ],
    ...members,
  ),
  words,
);

export const queries = fc
  .array(fc.tuple(names, words), { maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.map(encode).join("=")).join("&"));

/** Percent-encoded, with a lone surrogate as it stands: there is no encoding of it. */
export const encode = (text: string) => encodeURIComponent(text.toWellFormed());

/** A text that HTTP lets stand in a header. */
export const headerTexts = words.map((word) =>
  Array.from(word, (letter) => (/[\x20-\x7e]/.test(letter) ? letter : "?")).join(""),
);

export const headers = fc.dictionary(
  fc.constantFrom(
    ...["rsc", "next-router-state-tree", "next-url", "next-router-prefetch", "x-nextjs-data"],
    ...["accept-language", "user-agent", "x-forwarded-for", "x-forwarded-host", "x-peer-chain"],
    ...["x-action-forwarded", "x-request-id", "x-pathname", "if-none-match", "range", "accept"],
    ...[
      "x-middleware-subrequest",
      "x-matched-path",
      "x-invoke-path",
      "next-router-segment-prefetch",
    ],
  ),
  headerTexts,
  { maxKeys: 2 },
);

const argumentTexts = fc.oneof(
  fc.constantFrom(
    "[]",
    '[{"status":"idle"},"$K1"]',
    '["$K1"]',
    '["$K1","$K1"]',
    "[null,null]",
    '[{"status":"idle"},{}]',
    '["$@1"]',
    '["$1"]',
    '["$F1"]',
    '["$undefined","$NaN"]',
    '["$D2026-99-99"]',
    '["$n12x"]',
    "{",
    "",
    "null",
    `[${"[".repeat(500)}${"]".repeat(500)}]`,
  ),
  fc.json(),
);

export const actionBodies = fc.oneof(
  fc
    .tuple(argumentTexts, fc.array(fc.tuple(names, words), { maxLength: 4 }))
    .map(([text, fields]) => ({
      type: `multipart/form-data; boundary=${boundary}`,
      body: parts([
        ...fields.map(([name, value]): [string, string] => [`_1_${name}`, value]),
        ["0", text],
      ]),
    })),
  argumentTexts.map((body) => ({ type: "text/plain;charset=UTF-8", body })),
  fc
    .tuple(fc.constantFrom("application/json", "text/html", "x", ""), words)
    .map(([type, body]) => ({
      type,
      body,
    })),
  queries.map((body) => ({ type: "application/x-www-form-urlencoded", body })),
  words.map((body) => ({ type: `multipart/form-data; boundary=${boundary}`, body })),
  words.map((body) => ({ type: "multipart/form-data", body })),
  fc.constant({
    type: `multipart/form-data; boundary=${boundary}`,
    body: parts([
      ["$ACTION_ID_x", ""],
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", "{}"],
    ]),
  }),
);
