import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeBytes } from "./decode-bytes";
import { detectEncoding } from "./detect-encoding";
import type { Encoding } from "./table-reading";

const germanNames = "Müller Jäger König Straße Ärzte Österreich Übelbach Groß Größl Schröder".split(
  " ",
);
const otherNames = "Kovács László Horváth Nová René Zoë Németh François Señor".split(" ");
const windowsNames = [
  "Štefan",
  "Miloš",
  "Žižek",
  "Košice",
  "„Haus“",
  "O’Brien",
  "5 € – 7 €",
  "Œuvre",
];

const filler = Array.from({ length: 5000 }, (_, number) => `K${number};Anna;Berger;Linz`);

function fileWith(name: string, isLarge: boolean): string {
  const rows = isLarge ? filler : [];
  const middle = Math.floor(rows.length / 2);
  const all = [...rows.slice(0, middle), `K9;Max;${name};Wien`, ...rows.slice(middle)];
  return ["Kundennummer;Vorname;Nachname;Ort", ...all].join("\r\n");
}

const cases = (encoding: Encoding, names: string[]) =>
  names.flatMap((name) => [[encoding, name, true] as const, [encoding, name, false] as const]);

describe("one name in a file", () => {
  it.each([
    ...cases("utf-8", [...germanNames, ...otherNames, ...windowsNames]),
    ...cases("utf-16le", [...germanNames, ...windowsNames]),
    ...cases("utf-16be", [...germanNames, ...windowsNames]),
    ...cases("windows-1252", [...germanNames, ...otherNames, ...windowsNames]),
    ...cases("macroman", germanNames),
    ...cases("cp850", germanNames),
  ])("is read in %s: %s (among 5,000 others: %s)", (encoding, name, isLarge) => {
    const text = fileWith(name, isLarge);
    const bytes = iconv.encode(text, encoding);
    expect(detectEncoding(bytes)).toBe(encoding);
    expect(decodeBytes(bytes, encoding).text).toContain(name);
    expect(decodeBytes(bytes, encoding).unreadable.size).toBe(0);
  });
});

it.each(["macroman", "cp850", "windows-1252"] as const)(
  "recognises many names in %s",
  (encoding) => {
    const text = [...germanNames, ...otherNames, "MÜLLER GMBH", "BÄCKEREI", "Café Zoë"].join(
      ";Wien\n",
    );
    expect(detectEncoding(iconv.encode(text, encoding))).toBe(encoding);
  },
);

it.each(["utf-8", "utf-16le", "utf-16be"] as const)(
  "follows the byte order mark of %s",
  (encoding) => {
    const bytes = iconv.encode("Name\nÖ", encoding, { addBOM: true });
    expect(detectEncoding(bytes)).toBe(encoding);
    expect(decodeBytes(bytes, encoding).text).toBe("Name\nÖ");
  },
);

it("stays with UTF-8 where a few bytes are broken, and names their lines", () => {
  const rows = Array.from({ length: 50 }, () => Buffer.from("Jürgen;Graz\r\n"));
  rows[20] = Buffer.from("J\xfcrgen;Graz\r\n", "latin1");
  const bytes = Buffer.concat(rows);
  expect(detectEncoding(bytes)).toBe("utf-8");
  expect([...decodeBytes(bytes, "utf-8").unreadable]).toEqual([[21, 0xfc]]);
});

it("names the line of a byte that Windows-1252 does not use", () => {
  const bytes = Buffer.from("Name\rM\xfcller\r\nM\x81ller\nJ\xe4ger", "latin1");
  expect(detectEncoding(bytes)).toBe("windows-1252");
  expect([...decodeBytes(bytes, "windows-1252").unreadable]).toEqual([[3, 0x81]]);
});

it("names the line of half a character of UTF-16, and of a cut end", () => {
  const bytes = Buffer.concat([Buffer.from("a\nb\ud800c\nd", "utf16le"), Buffer.from([0x41])]);
  expect([...decodeBytes(bytes, "utf-16le").unreadable.keys()]).toEqual([2, 3]);
});

it("takes no character 0 into a text", () => {
  const { text, unreadable } = decodeBytes(Buffer.from("a\nb\0c"), "utf-8");
  expect(text).toBe("a\nb\ufffdc");
  expect([...unreadable]).toEqual([[2, 0]]);
});

it("reads Unicode text of any size back unchanged", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }).map((text) => text.replace(/[\r\0\ufeff]/g, "")),
      fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be"),
      (text, encoding) => {
        const bytes = iconv.encode(text, encoding, { addBOM: true });
        expect(detectEncoding(bytes)).toBe(encoding);
        expect(decodeBytes(bytes, encoding)).toEqual({ text, unreadable: new Map() });
      },
    ),
  );
});

it("never throws, and gives well-formed text for any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const { text } = decodeBytes(bytes, detectEncoding(bytes));
      expect(text.isWellFormed() && !text.includes("\0")).toBe(true);
    }),
  );
});
