import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Invalid } from "@/lib/core/errors";
import { previewTableFile, readTableFile } from "./read-table-file";
import { separatorNames, separators, type TableReading } from "./table-reading";

const known = ["email", "name", "vorname", "nachname", "kundennummer", "plz", "ort"];

const read = (text: string, chosen: Partial<TableReading> = {}) =>
  readTableFile(Buffer.from(text), {
    chosen,
    isKnownHeading: (cell) => known.includes(cell.trim().toLowerCase()),
    maxRows: 100,
  });

const linesOf = (text: string) =>
  read(text).rows.map(({ line, cells, problem }) => [line, cells, ...(problem ? [problem] : [])]);

it.each([
  ["commas", "a,b;c\n1,2\n", ["a", "b;c"], ["1", "2"]],
  ["semicolons", "a;b,c;d\r\n1;2,5;3\r\n", ["a", "b,c", "d"], ["1", "2,5", "3"]],
  ["tabs", "a\tb\n1\t2", ["a", "b"], ["1", "2"]],
  ["vertical bars", "a|b,c\n1|2,3", ["a", "b,c"], ["1", "2,3"]],
  [
    "a byte order mark and quotes",
    '\ufeff"a","b"\n"1,5","say ""hi"""',
    ["a", "b"],
    ["1,5", 'say "hi"'],
  ],
])("reads %s", (_, text, headings, cells) => {
  expect(read(text)).toMatchObject({ headings, rows: [{ line: 2, cells }] });
});

it("names the line on which a row begins, breaks inside cells and empty lines counted", () => {
  const { rows } = read('a,b\n"1\n1",2\n\n3,4\n5,6');
  expect(rows.map(({ line }) => line)).toEqual([2, 5, 6]);
  expect(rows[0]?.cells).toEqual(["1\n1", "2"]);
});

it.each(["\n", "\r\n", "\r"])("counts lines inside of quotes by line breaks of %j", (newline) => {
  const text = ["a;b", '"1', '1";2', "3;4", '"5', "5", '5";6', "7;8"].join(newline);
  expect(read(text).rows.map(({ line }) => line)).toEqual([2, 4, 5, 8]);
});

it("takes every row where line breaks are mixed", () => {
  expect(linesOf("email;name\r\na@x.example;A\nb@x.example;B\rc@x.example;C\r\n")).toEqual([
    [2, ["a@x.example", "A"]],
    [3, ["b@x.example", "B"]],
    [4, ["c@x.example", "C"]],
  ]);
});

it.each([
  ["'=1+1", "=1+1"],
  ["'@home", "@home"],
  ["''=1", "'=1"],
  ["'tis", "'tis"],
  ["=1+1", "=1+1"],
])("takes the apostrophe off what an export has defused: %s", (written, meant) => {
  expect(read(`a,b\n${written},x`).rows[0]?.cells[0]).toBe(meant);
});

it.each([
  ['="0012345"', "0012345"],
  ['"=""0012345"""', "0012345"],
  ['=""', ""],
  ["=A1", "=A1"],
])("takes a text that Excel was to leave alone out of its formula: %s", (written, meant) => {
  expect(read(`email;nr\n${written};x`).rows[0]?.cells[0]).toBe(meant);
});

it("keeps quotes inside of cells that have none around them", () => {
  expect(
    read('name;ort\nGasthof "Zum Löwen";Wien\n"Zum Hirschen" Betriebs-GmbH;Linz\n5" Rohr;X'),
  ).toMatchObject({
    rows: [
      { cells: ['Gasthof "Zum Löwen"', "Wien"] },
      { cells: ['"Zum Hirschen" Betriebs-GmbH', "Linz"] },
      { cells: ['5" Rohr', "X"] },
    ],
  });
});

it("names rows with more or fewer cells than headings, and none for empty cells at the end", () => {
  expect(linesOf("email;name;ort\na;b\na;b;c;d\na;b;c;;\na;b;\n")).toEqual([
    [2, ["a", "b"], "rowShort:2"],
    [3, ["a", "b", "c", "d"], "rowLong:4"],
    [4, ["a", "b", "c"]],
    [5, ["a", "b", ""]],
  ]);
});

it("leaves out rows without content and columns that separators at the ends make", () => {
  const { headings, rows } = read("email;name;;\na;b;;\n;;;\n ; ;;\nc;d;;\n");
  expect(headings).toEqual(["email", "name"]);
  expect(rows.map(({ line }) => line)).toEqual([2, 5]);
});

it("leaves out the ruling lines of a report, and finds the separator of its rows", () => {
  const ruling = "-".repeat(20);
  const lines = ["Liste", ruling, "|email|name|", ruling, "|a |b |", "|c |d |", ruling];
  expect(read(lines.join("\n"))).toMatchObject({
    separator: "pipe",
    headingLine: 3,
    rows: [
      { line: 5, cells: ["", "a ", "b "] },
      { line: 6, cells: ["", "c ", "d "] },
    ],
  });
  expect(linesOf("email;name\n-;--\n")).toEqual([[2, ["-", "--"]]]);
});

it("keeps a column without a heading that has content", () => {
  expect(read("email;name;\na;b;c\n").headings).toEqual(["email", "name", ""]);
});

it("keeps headings of the same name apart by their place", () => {
  expect(read("email;email\na;b\n").headings).toEqual(["email", "email"]);
});

it.each([
  ["sep=;\r\nemail;name\r\na,b;c,d\r\n", "semicolon", ["a,b", "c,d"]],
  ['\ufeff"sep=|"\nemail|name\na;b|c;d\n', "pipe", ["a;b", "c;d"]],
  ["sep=\t\nemail\tname\na,b\tc,d", "tab", ["a,b", "c,d"]],
])("follows a first line that names the separator: %j", (text, separator, cells) => {
  expect(read(text)).toMatchObject({ separator, headingLine: 2, rows: [{ line: 3, cells }] });
});

describe("the separator", () => {
  it("is found by many rows and not by the headings alone", () => {
    const rows = Array.from({ length: 40 }, (_, number) => `K${number};Berger, Anna;Linz`);
    expect(read(["Nr;Name, Vorname, Titel;Ort", ...rows].join("\n")).separator).toBe("semicolon");
  });

  it("is a semicolon where every name has a comma", () => {
    const rows = Array.from({ length: 5 }, (_, number) => `a${number}@x.example;"Berger, Anna"`);
    expect(read(["email;name", ...rows].join("\n")).rows[0]?.cells[1]).toBe("Berger, Anna");
    expect(read("email;name\na@x.example;Hofstätter, Clara\n").separator).toBe("semicolon");
  });

  it("is what a person has chosen", () => {
    expect(read("email;name\na;b", { separator: "comma" }).headings).toEqual(["email;name"]);
  });
});

describe("the heading line", () => {
  it("is found below a title and a date", () => {
    const text =
      "Kundenliste der Stadtwerke;;\nStand: 28.11.2026;;\n\nKundennummer;Name;Ort\n1;B;L\n";
    expect(read(text)).toMatchObject({
      headingLine: 4,
      rows: [{ line: 5, cells: ["1", "B", "L"] }],
    });
  });

  it("is none where the file begins with data", () => {
    const text = "eva@x.example;Eva;1010\nmia@x.example;Mia;4020\n";
    expect(read(text)).toMatchObject({ headingLine: 0, headings: ["", "", ""] });
    expect(read(text).rows).toHaveLength(2);
  });

  it("may have headings that nobody knows", () => {
    expect(read("Kontakt;Ansprache\na@x.example;Frau\n").headingLine).toBe(1);
  });

  it("is what a person has chosen", () => {
    const text = "email;name\nE;N\na;b\n";
    expect(read(text, { headingLine: 2 })).toMatchObject({
      headings: ["E", "N"],
      rows: [{ line: 3 }],
    });
    expect(read(text, { headingLine: 0 }).rows).toHaveLength(3);
    expect(() => read(text, { headingLine: 9 })).toThrow(
      new Invalid({ headingLine: "noSuchLine" }),
    );
  });
});

it.each([
  ["", "csvEmpty"],
  ["email,b\n", "csvEmpty"],
  ['a,b\nc,d\n"1,2\n3,4', "csvQuoteOpen:3"],
  ["PK\u0003\u0004xlsx", "workbook"],
  [`email\n${"a\n".repeat(101)}`, "csvTooLong:100"],
])("refuses what is no table: %j", (text, problem) => {
  expect(() => read(text)).toThrow(new Invalid({ file: problem }));
});

describe("doubtful text", () => {
  it.each([
    ["JÃ¼rgen", "garbled"],
    ["GrÃ¶ÃŸl", "garbled"],
    ["Oâ€™Brien", "garbled"],
    ["MilaÅ¡", "garbled"],
    ["M√ºller", "garbled"],
    ["M├╝ller", "garbled"],
    ["M\ufffdller", "lostLetter"],
    ["M?ller", "lostLetter"],
  ])("is noted by column: %s", (cell, warning) => {
    expect(read(`email;name\na;${cell}`).rows[0]?.warnings).toEqual({ 1: warning });
  });

  it.each([
    "São Paulo",
    "Ångström",
    "Âme",
    "Œuvre 5°",
    "Wie geht es? Gut",
    "https://x.example/a?b",
  ])("is not what is written in another language: %s", (cell) => {
    expect(read(`email;name\na;${cell}`).rows[0]?.warnings).toBeUndefined();
  });

  it("names the line of a byte that does not fit the encoding", () => {
    const bytes = Buffer.from('email;name\na;A\nb;"M\n\xfcller"\nc;C', "latin1");
    const table = readTableFile(bytes, {
      chosen: { encoding: "utf-8" },
      isKnownHeading: () => false,
      maxRows: 9,
    });
    expect(table.rows.map(({ problem }) => problem)).toEqual([
      undefined,
      "unreadableByte:0xFC",
      undefined,
    ]);
  });
});

it("previews the first lines with titles above the headings", () => {
  expect(
    previewTableFile(Buffer.from("sep=;\nListe;\nemail;name\na;b"), {
      encoding: "utf-8",
      separator: "semicolon",
    }),
  ).toEqual([
    { line: 2, cells: ["Liste", ""] },
    { line: 3, cells: ["email", "name"] },
    { line: 4, cells: ["a", "b"] },
  ]);
});

const cell = fc
  .oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom('say "hi"', "a;b", "1,5", "x\ny", "|", "\t"),
  )
  .map((text) => text.replaceAll(/[\r\0]/g, ""))
  .filter((text) => !/^'|^="/.test(text) && text.trim() !== "");

it("reads hostile cells back as they were written, with any separator and line break", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...separatorNames),
      fc.constantFrom("\n", "\r\n"),
      (rows, separator, newline) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = [["email", "name", "ort"], ...rows]
          .map((cells) => cells.map(quote).join(separators[separator]))
          .join(newline);
        const table = read(text, { encoding: "utf-8", separator, headingLine: 1 });
        expect(table.rows.map(({ cells }) => cells)).toEqual(rows);
      },
    ),
  );
});

it("never fails on any text but by saying what is wrong with it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', ";", ",", "\n", "\r", "a", "=", "'") }),
      (text) => {
        try {
          read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Invalid);
        }
      },
    ),
  );
});
