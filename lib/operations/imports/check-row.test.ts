import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRow } from "./check-row";

const mapping = { email: 0, firstName: 1, phone: 2, zipCode: 3, country: 4, externalUserId: 5 };

const check = (cells: string[], readWarnings: Record<string, string> | null = null) =>
  checkRow({ kind: "end-user", mapping }, "AT", {
    cells,
    readProblem: null,
    readWarnings,
  });

describe("a row", () => {
  it("is good with the warnings of its mapped columns, and of its number", () => {
    const row = check(["a@home.example", "JÃ¼rgen", "nie"], { 1: "garbled", 9: "lostLetter" });
    expect(row).toMatchObject({
      problems: null,
      warnings: { firstName: "garbled", phone: "phoneUnreadable" },
      fields: { firstName: "JÃ¼rgen", phone: "nie", phoneInternational: null },
    });
  });

  it("keeps only the problem of the file when cells are wrong too", () => {
    const row = checkRow({ kind: "end-user", mapping }, "AT", {
      cells: ["no address"],
      readProblem: "rowShort:1",
      readWarnings: null,
    });
    expect(row.problems).toEqual({ row: "rowShort:1" });
  });

  it("finds its owner by an address with umlauts in the domain", () => {
    const row = checkRow({ kind: "building", mapping: { owner: 0, name: 1 } }, "AT", {
      cells: ["Eva@müller.example", "Home"],
      readProblem: null,
      readWarnings: null,
    });
    expect(row).toMatchObject({ problems: null, address: "eva@xn--mller-kva.example" });
  });

  it("says all that is wrong at once", () => {
    const row = check(["none", "#NAME?", "", "1", "XX", "4,00638E+12"]);
    expect(row.problems).toEqual({
      email: "email",
      firstName: "excelError",
      country: "country",
      externalUserId: "excelNumber",
    });
  });
});

/** What is left of a text without spaces, signs that show nothing, and the ways to write an accent. */
const visible = (text: string) => text.normalize("NFC").replaceAll(/[^\p{L}\p{N}\p{P}\p{S}]/gu, "");

const hostile = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    '=HYPERLINK("x")',
    "<script>",
    "a\u0000b",
    "two\nlines",
    "\ud800",
    "Robert'); --",
    "−1",
    "٣",
  ),
);

it("stores valid cells of any row without loss and refuses the others", () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 6, maxLength: 6 }), (cells) => {
      const { problems, fields } = check(["a@home.example", ...cells.slice(1)]);
      if (problems !== null) return;
      const { firstName, externalUserId, phone } = fields as Record<string, string | null>;
      expect(visible(firstName ?? "")).toBe(visible(cells[1] ?? ""));
      expect(visible(phone ?? "")).toBe(visible(cells[2] ?? ""));
      expect(visible(externalUserId ?? "")).toBe(visible(cells[5] ?? ""));
    }),
  );
});
