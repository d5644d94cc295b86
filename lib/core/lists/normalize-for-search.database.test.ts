import fc from "fast-check";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { commonSpelling, normalizeForSearch } from "./normalize-for-search";

const client = postgres(process.env.DATABASE_URL ?? "", { max: 1 });
afterAll(() => client.end());

/** What the database makes of texts: each normalized, and in its common spelling. */
async function inDatabase(texts: string[]) {
  const rows = await client<{ normalized: string; spelled: string }[]>`
    select normalized, common_spelling(normalized) as spelled
    from unnest(${texts}::text[]) with ordinality given (text, at)
    cross join lateral (select normalize_for_search(text) as normalized offset 0) made order by at`;
  return rows.map(({ normalized, spelled }) => [normalized, spelled]);
}

const inApplication = (texts: string[]) =>
  texts.map((text) => {
    const normalized = normalizeForSearch(text);
    return [normalized, commonSpelling(normalized)];
  });

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));

it("database and application normalize every Latin, Greek and Cyrillic letter and every sign alike", async () => {
  const characters = [
    ...range(0x20, 0x24f),
    ...range(0x2b0, 0x36f),
    ...range(0x400, 0x52f),
    ...range(0x1e00, 0x1fff),
    ...range(0x2000, 0x214f),
    ...range(0x3000, 0x303f),
    ...range(0xff00, 0xffef),
  ];
  const texts = characters.map((character) => `a${character}Z`);
  expect(await inDatabase(texts)).toEqual(inApplication(texts));
});

const piece = fc.oneof(
  fc.constantFrom(..."ÄäÖöÜüßẞĐđıİłŁøØæÆœŒŒéčšžåÅñςΣЖж"),
  fc.constantFrom(
    "ae",
    "oe",
    "ue",
    "aa",
    "dj",
    "ss",
    "Straße",
    "str",
    "Str.",
    "strasse",
    "st",
    "St",
  ),
  fc.constantFrom(
    "'",
    "’",
    "‘",
    "`",
    "´",
    "-",
    "‐",
    "‑",
    "–",
    "—",
    "−",
    ".",
    "/",
    "@",
    "+",
    "_",
    "%",
  ),
  fc.constantFrom(" ", "\u00a0", "\u2009", "\u202f", "\u200b", "\u00ad", "\u3000", "\t", "\n"),
  fc.string({ unit: "grapheme-ascii", maxLength: 6 }),
  fc.constantFrom(..."0123456789"),
);

it("database and application normalize any text and spell it alike", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join("")),
        {
          minLength: 1,
          maxLength: 60,
        },
      ),
      async (texts) => {
        expect(await inDatabase(texts)).toEqual(inApplication(texts));
      },
    ),
    { numRuns: 40 },
  );
});

it("what is normalized stays as it is", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const once = normalizeForSearch(pieces.join(""));
      expect(normalizeForSearch(once)).toBe(once);
    }),
  );
});
